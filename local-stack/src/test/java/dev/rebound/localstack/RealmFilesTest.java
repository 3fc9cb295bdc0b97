package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the two realm files promise, and where alone they differ. */
class RealmFilesTest {

  private static final JsonNode PRODUCTION = realm("rebound-realm.json");
  private static final JsonNode DEVELOPMENT = realm("rebound-realm-dev.json");

  private static JsonNode realm(String file) {
    try {
      return new ObjectMapper()
          .readTree(Root.find().folder().resolve("deploy/keycloak").resolve(file).toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<JsonNode> both() {
    return Stream.of(PRODUCTION, DEVELOPMENT);
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static List<String> texts(JsonNode list) {
    return each(list).map(JsonNode::asText).toList();
  }

  private static JsonNode named(JsonNode list, String key, String value) {
    return each(list).filter(it -> it.path(key).asText().equals(value)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("both")
  void tokensAreShortLivedAndSignedWithRs256(JsonNode realm) {
    assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
    assertThat(realm.path("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
  }

  @ParameterizedTest
  @MethodSource("both")
  void guessingPasswordsIsSlowedDown(JsonNode realm) {
    assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.path("failureFactor").asInt()).isBetween(1, 10);
  }

  @ParameterizedTest
  @MethodSource("both")
  void theWebApplicationSignsInByCodeWithPkceOnly(JsonNode realm) {
    JsonNode web = named(realm.path("clients"), "clientId", "rebound-web");

    assertThat(web.path("attributes").path("pkce.code.challenge.method").asText())
        .isEqualTo("S256");
    assertThat(web.path("publicClient").asBoolean()).isFalse();
    assertThat(web.path("standardFlowEnabled").asBoolean()).isTrue();
    assertThat(web.path("implicitFlowEnabled").asBoolean()).isFalse();
    assertThat(web.path("directAccessGrantsEnabled").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("both")
  void aShellGetsTheRoleOfAnOperatorAndNoOther(JsonNode realm) {
    JsonNode shell = named(realm.path("clients"), "clientId", "rebound-operations");

    assertThat(shell.path("fullScopeAllowed").asBoolean(true)).isFalse();
    assertThat(shell.path("consentRequired").asBoolean()).isTrue();
    assertThat(shell.path("standardFlowEnabled").asBoolean(true)).isFalse();
    assertThat(shell.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
    assertThat(
            texts(named(realm.path("scopeMappings"), "client", "rebound-operations").path("roles")))
        .containsExactly("operator");
  }

  @ParameterizedTest
  @MethodSource("both")
  void whoRegistersIsACandidateAndNothingMore(JsonNode realm) {
    JsonNode everybody =
        named(
            realm.path("roles").path("realm"),
            "name",
            realm.path("defaultRole").path("name").asText());

    assertThat(realm.path("registrationAllowed").asBoolean()).isTrue();
    assertThat(texts(everybody.path("composites").path("realm"))).containsExactly("candidate");
  }

  @ParameterizedTest
  @MethodSource("both")
  void aTokenIsForThreeServicesAndCarriesRolesAndBoard(JsonNode realm) {
    JsonNode mappers = named(realm.path("clientScopes"), "name", "rebound").path("protocolMappers");

    assertThat(mappers.findValuesAsText("included.custom.audience"))
        .containsExactlyInAnyOrder("application-service", "feedback-service", "insights-service");
    assertThat(mappers.findValuesAsText("claim.name")).contains("realm_access.roles", "board");
    assertThat(texts(realm.path("defaultDefaultClientScopes"))).contains("rebound");
  }

  @ParameterizedTest
  @MethodSource("both")
  void nobodyChoosesTheirOwnBoard(JsonNode realm) throws IOException {
    String profile =
        realm
            .path("components")
            .path("org.keycloak.userprofile.UserProfileProvider")
            .path(0)
            .path("config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();
    JsonNode board =
        named(new ObjectMapper().readTree(profile).path("attributes"), "name", "board");

    assertThat(texts(board.path("permissions").path("edit"))).containsExactly("admin");
  }

  @Test
  void productionHasNoAccountsNoKnownSecretsAndNoSigningInByPasswordAlone() {
    assertThat(PRODUCTION.has("users")).isFalse();
    assertThat(PRODUCTION.toString()).doesNotContain("localhost");
    assertThat(each(PRODUCTION.path("clients")))
        .noneMatch(it -> it.path("directAccessGrantsEnabled").asBoolean());
    assertThat(PRODUCTION.path("clients").findValuesAsText("secret"))
        .allMatch(it -> it.startsWith("${"));
    assertThat(
            named(PRODUCTION.path("clients"), "clientId", "admin-cli").path("enabled").asBoolean())
        .isFalse();
    assertThat(PRODUCTION.path("verifyEmail").asBoolean()).isTrue();
    assertThat(PRODUCTION.path("passwordPolicy").asText()).contains("length(12)");
  }

  @Test
  void productionSendsItsLettersOverASecureLineAndKnowsNoPasswordForIt() {
    JsonNode server = PRODUCTION.path("smtpServer");

    assertThat(server.path("starttls").asText()).isEqualTo("true");
    assertThat(Stream.of("host", "port", "from", "user", "password").map(server::path))
        .allMatch(it -> it.asText().startsWith("${REBOUND_MAIL_"));
  }

  @Test
  void otherwiseDevelopmentIsLikeProduction() {
    assertThat(common(DEVELOPMENT)).isEqualTo(common(PRODUCTION));
  }

  private static ObjectNode common(JsonNode realm) {
    ObjectNode common = realm.deepCopy();
    return common.without(
        List.of("users", "clients", "verifyEmail", "passwordPolicy", "smtpServer"));
  }

  @Test
  void developmentHasTheDocumentedAccounts() {
    assertThat(DEVELOPMENT.path("users").findValuesAsText("username"))
        .contains(
            "candidate",
            "candidate2",
            "recruiter",
            "recruiter2",
            "board-admin",
            "board-admin2",
            "operator");
    assertThat(DEVELOPMENT.path("clients").findValuesAsText("clientId"))
        .contains("rebound-cli", "acme-board", "globex-board");
  }
}
