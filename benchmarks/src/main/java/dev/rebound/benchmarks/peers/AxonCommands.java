package dev.rebound.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.rebound.benchmarks.peers.AxonApplication.Submit;
import dev.rebound.events.EventJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Takes applications as Axon Framework 4 does: a command, an aggregate, one event that is what was
 * sent, kept by its JDBC event store, whose unique key of aggregate and sequence is the optimistic
 * lock. Each command is a transaction of its own; the answer 201 comes after its commit.
 *
 * <p>It does less than ours: no token is verified, nothing is validated, nothing is sealed,
 * published or projected, and no snapshot is taken.
 */
final class AxonCommands {

  private static final int THREADS = 32;

  private final CommandGateway commands;
  private final ObjectMapper json = EventJson.mapper();

  private AxonCommands(CommandGateway commands) {
    this.commands = commands;
  }

  /** Runs until it is ended: port, JDBC address, user, password. */
  public static void main(String[] arguments) throws Exception {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(arguments[1]);
    pool.setUsername(arguments[2]);
    pool.setPassword(arguments[3]);
    pool.setMaximumPoolSize(THREADS);
    pool.setMinimumIdle(THREADS);
    makeTables(pool);
    pool.close();
    HikariDataSource transactional = new HikariDataSource();
    pool.copyStateTo(transactional);
    transactional.setAutoCommit(false);
    JdbcEventStorageEngine engine =
        engine(
            new UnitOfWorkAwareConnectionProviderWrapper(
                new DataSourceConnectionProvider(transactional)));
    AxonCommands taking =
        new AxonCommands(
            DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer())
                .configureAggregate(AxonApplication.class)
                .configureEmbeddedEventStore(configuration -> engine)
                .start()
                .commandGateway());
    int port = Integer.parseInt(arguments[0]);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/api/v1/applications", taking::take);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.start();
    System.out.println(
        PeerProcess.READY
            + "Axon Framework 4.13, JdbcEventStorageEngine, Jackson, SimpleCommandBus, no snapshots; HikariCP "
            + THREADS
            + " connections; the JDK's HTTP server with "
            + THREADS
            + " threads; token not verified, nothing validated");
  }

  private static void makeTables(HikariDataSource pool) {
    engine(new DataSourceConnectionProvider(pool)).createSchema(PostgresEventTableFactory.INSTANCE);
  }

  private static JdbcEventStorageEngine engine(ConnectionProvider connections) {
    return JdbcEventStorageEngine.builder()
        .eventSerializer(serializer())
        .snapshotSerializer(serializer())
        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
        .connectionProvider(connections)
        // The unit of work commits its connection itself.
        .transactionManager(NoTransactionManager.INSTANCE)
        .build();
  }

  private static Serializer serializer() {
    return JacksonSerializer.builder().objectMapper(EventJson.mapper()).build();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer;
      int status;
      try {
        JsonNode body = json.readTree(exchange.getRequestBody());
        Submit submit =
            new Submit(
                UUID.randomUUID(),
                UUID.randomUUID(),
                body.get("posting"),
                body.get("appliedOn").asText());
        commands.sendAndWait(submit);
        answer = json.writeValueAsBytes(submit);
        status = 201;
      } catch (RuntimeException failure) {
        answer = new byte[] {'{', '}'};
        status = 500;
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, answer.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer);
      }
    }
  }
}
