package dev.rebound.feedback.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.RoundTrips;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database shows to statements that forgot to ask for one board. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class RowLevelSecurityIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** It has forgotten its condition. */
  private static final String ALL =
      "select request_id, coalesce(board, 'none') as board from feedback_request";

  private static final String MOVE = "update feedback_request set board = $1";

  @Inject Sealing sealing;
  @Inject ScopedPool scoped;
  @Inject Pool pool;
  @Inject DataSource jdbc;
  @Inject io.vertx.core.Vertx vertx;

  @ConfigProperty(name = "rebound.postgres.host")
  String host;

  @ConfigProperty(name = "rebound.postgres.port")
  int port;

  @ConfigProperty(name = "rebound.db.name")
  String database;

  @ConfigProperty(name = "rebound.db.user")
  String user;

  @ConfigProperty(name = "rebound.db.password")
  String password;

  private final String mill = "mill-" + UUID.randomUUID();
  private final String tower = "tower-" + UUID.randomUUID();
  private final UUID candidate = UUID.randomUUID();
  private final String recruiter = "r-" + UUID.randomUUID() + "@mill.example";

  /** Two boards have a request each, and there is one of no board. */
  @BeforeEach
  void requests() {
    reject(candidate, mill);
    reject(UUID.randomUUID(), tower);
    reject(candidate, null);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(boards(Scope.ALL_BOARDS)).contains(mill, tower, "none"));
    await().atMost(PATIENCE).until(() -> rows(Scope.ofPerson(candidate)) == 2);
  }

  private void reject(UUID whose, @Nullable String board) {
    Rejections.reject(
        new Played(UuidCreator.getTimeOrderedEpoch(), whose, "Miller", recruiter, board),
        sealing.pseudonym(recruiter));
  }

  private static <T> T now(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }

  private Set<String> boards(Scope scope) {
    Set<String> boards = new HashSet<>();
    for (Row row : now(scoped.query(scope, ALL, Tuple.tuple()))) {
      boards.add(row.getString("board"));
    }
    return boards;
  }

  private int rows(Scope scope) {
    return now(scoped.query(scope, ALL, Tuple.tuple())).size();
  }

  private int rowsWithoutScope() {
    return pool.query(ALL).executeAndAwait().size();
  }

  @Test
  void whoHasSaidNothingSeesNothing() {
    assertThat(rowsWithoutScope()).isZero();
    assertThat(rows(Scope.of(null))).isZero();
  }

  @Test
  void aQueryThatForgotItsConditionSeesOneBoard() {
    assertThat(boards(Scope.ofBoard(mill))).containsExactly(mill);
    assertThat(boards(Scope.ofBoard(tower))).containsExactly(tower);
    assertThat(rows(Scope.ofBoard("nobody"))).isZero();
  }

  @Test
  void aPersonSeesTheirOwnByWhateverBoard() {
    assertThat(boards(Scope.ofPerson(candidate))).containsExactlyInAnyOrder(mill, "none");
    assertThat(boards(Scope.ofPerson(sealing.pseudonym(recruiter))))
        .containsExactlyInAnyOrder(mill, tower, "none");
    assertThat(boards(Scope.of(tower, candidate))).containsExactlyInAnyOrder(mill, tower, "none");
  }

  @Test
  void aScopeEndsWithItsTransaction() {
    for (int i = 0; i < 50; i++) {
      assertThat(boards(Scope.ofBoard(mill))).containsExactly(mill);
      assertThat(rowsWithoutScope()).isZero();
    }
  }

  @Test
  void aStatementThatFailsLeavesNothingBehind() {
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(
              () -> now(scoped.query(Scope.ALL_BOARDS, "select 1 / $1::int", Tuple.of(0))))
          .isInstanceOf(PgException.class);
      assertThat(rowsWithoutScope()).isZero();
    }
    assertThat(boards(Scope.ofBoard(mill))).containsExactly(mill);
  }

  @Test
  void nothingIsWrittenIntoAnotherBoard() {
    assertThatThrownBy(() -> now(scoped.query(Scope.ofBoard(mill), MOVE, Tuple.of(tower))))
        .isInstanceOf(PgException.class)
        .hasMessageContaining("row-level security");

    assertThat(boards(Scope.ofBoard(mill))).containsExactly(mill);
  }

  @Test
  void severalStatementsAreInOneScopeAndOneTransaction() {
    Uni<Integer> failing =
        scoped.transaction(
            Scope.ofBoard(mill),
            transaction ->
                transaction
                    .query("delete from feedback_request")
                    .execute()
                    .invoke(deleted -> assertThat(deleted.rowCount()).isOne())
                    .chain(() -> transaction.query(ALL).execute())
                    .map(left -> 1 / left.size()));

    assertThatThrownBy(() -> now(failing)).isInstanceOf(ArithmeticException.class);
    assertThat(rows(Scope.ofBoard(mill))).isOne();
  }

  @Test
  void aScopeCostsNoRoundTrip() {
    try (RoundTrips line = new RoundTrips(host, port)) {
      Pool counted =
          Pool.pool(
              Vertx.newInstance(vertx),
              new PgConnectOptions()
                  .setHost("localhost")
                  .setPort(line.port())
                  .setDatabase(database)
                  .setUser(user)
                  .setPassword(password)
                  .setCachePreparedStatements(true),
              new PoolOptions().setMaxSize(1));
      ScopedPool scopes = new ScopedPool(counted);

      assertThat(trips(line, counted.preparedQuery(ALL).execute())).isOne();
      assertThat(trips(line, scopes.query(Scope.ofBoard(mill), ALL, Tuple.tuple()))).isOne();
      counted.closeAndAwait();
    }
  }

  /** The fewest of some: at the first the connection is made and the statements are prepared. */
  private static int trips(RoundTrips line, Uni<?> work) {
    return IntStream.range(0, 5)
        .map(_ -> {
          int before = line.count();
          now(work);
          return line.count() - before;
        })
        .min()
        .orElseThrow();
  }

  /** What holds the rows back is the policy, and not that there are none. */
  @Test
  void withoutThePolicyTheSameStatementsSeeTheRows() throws SQLException {
    try (Connection connection = jdbc.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(found(statement)).isEmpty();
      statement.execute("set local lock_timeout = '5s'");
      statement.execute("alter table feedback_request disable row level security");
      assertThat(found(statement)).contains(mill, tower, "none");
      connection.rollback();
      assertThat(found(statement)).isEmpty();
      connection.rollback();
    }
  }

  private static Set<String> found(Statement statement) throws SQLException {
    Set<String> boards = new HashSet<>();
    try (ResultSet rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        boards.add(rows.getString("board"));
      }
    }
    return boards;
  }
}
