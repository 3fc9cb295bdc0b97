package dev.rebound.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart lints, renders, and knows no field that its kinds do not. */
class ChartTest {
  private static final Map<String, String> INGRESS =
      Map.of(
          "route.kind", "ingress",
          "route.host", "rebound.example.com",
          "route.ingress.class", "nginx",
          "route.ingress.tlsSecret", "rebound-tls",
          "route.ingress.identityTlsSecret", "identity-tls");

  @Test
  void itLints() {
    var result = Chart.in(Manifests.root()).lint();

    assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void everyFieldIsKnown(String values) {
    assertThat(Manifests.of(values).documents().stream().map(KnownKinds::findings))
        .allSatisfy(it -> assertThat(it).isEmpty());
  }

  @Test
  void anIngressInsteadOfAGatewayIsKnownToo() {
    Manifests manifests = Manifests.of("production", INGRESS);

    assertThat(manifests.kind("Ingress"))
        .extracting(it -> it.at("/spec/rules/0/host").asText())
        .containsExactlyInAnyOrder("rebound.example.com", "id.example.com");
    assertThat(manifests.documents().stream().map(KnownKinds::findings))
        .allSatisfy(it -> assertThat(it).isEmpty());
  }

  @Test
  void everyKindRefusesAFieldThatIsNotItsOwn() {
    assertThat(Manifests.of("production").documents())
        .allSatisfy(it -> {
          JsonNode within = it.has("spec") ? it.path("spec") : it;
          ((ObjectNode) within).put("planted", true);
          assertThat(KnownKinds.findings(it)).as(it.path("kind").asText()).isNotEmpty();
        });
  }

  @Test
  void aFieldOfTheWrongKindIsRefused() {
    JsonNode deployment = Manifests.of("local").find("Deployment", "web").orElseThrow();
    ((ObjectNode) deployment.path("spec")).put("replicas", "many");

    assertThat(KnownKinds.findings(deployment)).isNotEmpty();
  }

  @Test
  void whoeverPullsFromARegistryThatAsksForANameHasOne() {
    Manifests production = Manifests.of("production");

    assertThat(production.kind("Keycloak"))
        .allMatch(it -> it.at("/spec/imagePullSecrets/0/name").asText().equals("registry"));
    assertThat(production.kind("Deployment"))
        .hasSize(4)
        .allMatch(
            it -> it.at("/spec/template/spec/imagePullSecrets/0/name").asText().equals("registry"));
  }

  @Test
  void tracesAreSentWhereTheyAreNamedAndMayGoThere() {
    Manifests traced =
        Manifests.of(
            "production",
            Map.of(
                "tracing.endpoint",
                "http://collector:4317",
                "network.tracing.to[0].podSelector.matchLabels.app",
                "collector"));

    assertThat(traced.kind("ConfigMap").map(it -> it.path("data")))
        .filteredOn(it -> it.has("REBOUND_REALM_URL"))
        .hasSize(4)
        .allMatch(it -> it.path("OTEL_EXPORTER_OTLP_ENDPOINT").asText().endsWith(":4317"));
    assertThat(traced.find("NetworkPolicy", "web").orElseThrow().toString()).contains("4317");
    assertThat(Manifests.of("production").documents().toString()).doesNotContain("OTEL_");
  }

  @Test
  void oneServiceCanHaveAHeapOfItsOwn() {
    Manifests manifests =
        Manifests.of("production", Map.of("services.insights-service.javaOptions", "-Xmx24g"));

    assertThat(manifests.kind("ConfigMap"))
        .filteredOn(it -> it.at("/data/JAVA_TOOL_OPTIONS").asText().endsWith("-Xmx24g"))
        .extracting(it -> it.at("/metadata/name").asText())
        .containsExactly("insights-service");
  }

  @Test
  void beforeTheApplicationsThereAreOnlyThoseTheyStandOn() {
    Manifests first = Manifests.of("production", Map.of("applications.enabled", "false"));

    assertThat(first.pods()).isEmpty();
    assertThat(first.kind("Cluster")).hasSize(5);
    assertThat(first.kind("Kafka")).hasSize(1);
    assertThat(first.kind("ExternalSecret")).isNotEmpty();
  }

  @Test
  void theRealmSendsItsLettersWhereTheServicesDo() {
    JsonNode server = smtp(Manifests.of("production"));

    assertThat(server.path("host").asText()).isEqualTo("smtp.example.com");
    assertThat(server.path("port").asText()).isEqualTo("587");
    assertThat(server.path("from").asText()).isEqualTo("no-reply@rebound.example.com");
    assertThat(server.path("password").asText()).isEqualTo("${REBOUND_MAIL_PASSWORD}");
  }

  @Test
  void theRealmKnowsNoNameWhereTheServerAsksForNone() {
    JsonNode server = smtp(Manifests.of("production", Map.of("mail.secret", "")));

    assertThat(server.path("auth").asText()).isEqualTo("false");
    assertThat(server.has("user") || server.has("password")).isFalse();
  }

  private static JsonNode smtp(Manifests manifests) {
    return manifests
        .find("KeycloakRealmImport", "rebound")
        .orElseThrow()
        .at("/spec/realm/smtpServer");
  }

  @Test
  void aValueThatNobodyKnowsIsRefused(@TempDir Path folder) throws Exception {
    Path values = folder.resolve("mine.yaml");
    Files.writeString(values, "webUrl: https://a.example\nwebURL: https://b.example\n");

    assertThatThrownBy(() -> Manifests.of(values.toString(), Map.of()))
        .hasMessageContaining("webURL");
  }

  @Test
  void aValueThatIsMissingIsNamed(@TempDir Path folder) throws Exception {
    Path values = folder.resolve("mine.yaml");
    Files.writeString(values, "realmUrl: https://id.example/realms/rebound\n");

    assertThatThrownBy(() -> Manifests.of(values.toString(), Map.of()))
        .hasMessageContaining("webUrl");
  }

  @Test
  void valuesThatAreNotThereAreAnsweredWithThoseThatAre() {
    assertThatThrownBy(() -> Chart.in(Manifests.root()).values("staging"))
        .hasMessageContaining("production, local");
  }
}
