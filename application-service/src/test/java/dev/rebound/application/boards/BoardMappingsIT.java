package dev.rebound.application.boards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rebound.application.boards.BoardMappings.Current;
import dev.rebound.events.StageKind;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BoardMappingsIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String GLOBEX = "/api/v1/boards/globex/mappings";

  private final String board = "mapped-" + UUID.randomUUID();

  @Inject
  @SuppressWarnings("NullAway.Init")
  BoardMappings mappings;

  @Test
  void ofTooManyNamesTheOneThatCameLongestAgoGivesWay() {
    for (int i = 0; i <= 200; i++) {
      note("Walk " + i);
    }

    assertThat(unmapped()).hasSize(200).contains("Walk 1", "Walk 200").doesNotContain("Walk 0");

    note("Walk 1");
    note("Walk 201");
    assertThat(unmapped()).hasSize(200).contains("Walk 1", "Walk 201").doesNotContain("Walk 2");
  }

  @Test
  void aNameThatHasAMeaningIsForgotten() {
    note("Garden walk");
    note("Trial week");

    put(new Mapping(null, Map.of("TRIAL week", StageKind.ASSESSMENT), null, null), null);

    assertThat(unmapped()).containsExactly("Garden walk");
  }

  @Test
  void aMappingIsPutOverTheVersionThatWasSeen() {
    assertThat(mappings.current(board).await().atMost(LIMIT))
        .isEqualTo(new Current(Mapping.NONE, 0));
    assertThat(put(Mapping.NONE, 1)).isEmpty();
    assertThat(put(Mapping.NONE, 0)).map(Current::version).contains(1);
    assertThat(put(Mapping.NONE, 0)).isEmpty();
    assertThat(put(Mapping.NONE, null)).map(Current::version).contains(2);
    assertThat(put(Mapping.NONE, 2)).map(Current::version).contains(3);
    assertThat(mappings.current(board).await().atMost(LIMIT).version()).isEqualTo(3);
  }

  @Test
  void whoHasNotSeenWhatStandsThereChangesNothing() {
    String seen = admin().get(GLOBEX).then().statusCode(200).extract().header("ETag");
    String next =
        admin()
            .header("If-Match", seen)
            .body("{\"company\":\"Globex Mills\"}")
            .put(GLOBEX)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");

    admin()
        .header("If-Match", seen)
        .body("{}")
        .put(GLOBEX)
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/changed-meanwhile"));

    admin()
        .get(GLOBEX)
        .then()
        .header("ETag", equalTo(next))
        .body("mapping.company", equalTo("Globex Mills"));
    admin().header("If-Match", next).body("{}").put(GLOBEX).then().statusCode(200);
  }

  private static RequestSpecification admin() {
    return given()
        .auth()
        .oauth2(Stack.keycloak().token("board-admin2"))
        .contentType("application/json");
  }

  private void note(String name) {
    mappings.noteUnmapped(board, name).await().atMost(LIMIT);
  }

  private Optional<Current> put(Mapping mapping, @Nullable Integer expected) {
    return mappings.put(board, mapping, expected).await().atMost(LIMIT);
  }

  private List<String> unmapped() {
    return mappings.unmapped(board, Mapping.NONE).await().atMost(LIMIT);
  }
}
