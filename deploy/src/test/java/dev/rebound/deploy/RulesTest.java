package dev.rebound.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold, and each sees what is planted against it. */
class RulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";

  /**
   * A violation: a field of a document of the production values.
   *
   * @param value what it is set to, as JSON; empty: it is taken away
   */
  record Planted(Rule rule, String kind, String name, String field, String value) {
    Manifests in(Manifests manifests) throws JsonProcessingException {
      JsonNode document = manifests.find(kind, name).orElseThrow();
      JsonPointer pointer = JsonPointer.compile(field);
      ObjectNode parent = (ObjectNode) document.at(pointer.head());
      String last = pointer.last().getMatchingProperty();
      if (value.isEmpty()) {
        assertThat(parent.has(last)).as("there to be taken away").isTrue();
        parent.remove(last);
      } else {
        parent.set(last, JSON.readTree(value));
      }
      return manifests;
    }
  }

  private static Planted pod(Rule rule, String field, String value) {
    return new Planted(rule, "Deployment", "web", field, value);
  }

  static List<Planted> planted() {
    return List.of(
        pod(Rule.RESTRICTED, POD + "/securityContext/runAsNonRoot", ""),
        pod(Rule.RESTRICTED, POD + "/securityContext/runAsUser", "0"),
        pod(Rule.RESTRICTED, POD + "/securityContext/seccompProfile", ""),
        pod(Rule.RESTRICTED, POD + "/hostNetwork", "true"),
        pod(
            Rule.RESTRICTED,
            POD + "/volumes",
            "[{\"name\":\"tmp\",\"hostPath\":{\"path\":\"/\"}}]"),
        pod(Rule.RESTRICTED, CONTAINER + "/securityContext/allowPrivilegeEscalation", ""),
        pod(Rule.RESTRICTED, CONTAINER + "/securityContext/privileged", "true"),
        pod(Rule.RESTRICTED, CONTAINER + "/securityContext/readOnlyRootFilesystem", "false"),
        pod(Rule.RESTRICTED, CONTAINER + "/securityContext/capabilities/add", "[\"NET_ADMIN\"]"),
        pod(Rule.RESTRICTED, CONTAINER + "/volumeMounts", "[]"),
        pod(Rule.NO_TOKEN, POD + "/automountServiceAccountToken", ""),
        pod(Rule.NO_TOKEN, POD + "/enableServiceLinks", ""),
        new Planted(
            Rule.NO_TOKEN, "ServiceAccount", "web", "/automountServiceAccountToken", "true"),
        pod(Rule.PROBES, CONTAINER + "/startupProbe", ""),
        pod(Rule.PROBES, CONTAINER + "/livenessProbe/httpGet/path", "\"/q/health\""),
        pod(Rule.RESOURCES, CONTAINER + "/resources/limits", ""),
        pod(Rule.RESOURCES, CONTAINER + "/resources/limits/memory", "\"64Mi\""),
        pod(Rule.RESOURCES, CONTAINER + "/resources/requests/cpu", ""),
        pod(Rule.PINNED_IMAGES, CONTAINER + "/image", "\"registry.example.com/web:latest\""),
        pod(Rule.PINNED_IMAGES, CONTAINER + "/image", "\"registry.example.com/web\""),
        pod(Rule.GRACEFUL_STOP, POD + "/terminationGracePeriodSeconds", "30"),
        pod(Rule.GRACEFUL_STOP, CONTAINER + "/lifecycle", ""),
        new Planted(
            Rule.GRACEFUL_STOP, "ConfigMap", "web", "/data/QUARKUS_SHUTDOWN_TIMEOUT", "\"10S\""),
        pod(Rule.SPREAD, POD + "/topologySpreadConstraints", ""),
        pod(
            Rule.SECRETS_BY_REFERENCE,
            CONTAINER + "/env",
            "[{\"name\":\"REBOUND_SESSION_SECRET\",\"value\":\"planted\"}]"),
        new Planted(
            Rule.SECRETS_BY_REFERENCE, "ConfigMap", "web", "/data/REBOUND_DB_PASSWORD", "\"x\""),
        new Planted(Rule.SECRETS_BY_REFERENCE, "ConfigMap", "web", "/kind", "\"Secret\""),
        pod(Rule.VARIABLES_ONCE, CONTAINER + "/env", "[{\"name\":\"A\"},{\"name\":\"A\"}]"),
        new Planted(
            Rule.NETWORK_POLICIES,
            "NetworkPolicy",
            "rebound-nothing",
            "/spec/policyTypes",
            "[\"Ingress\"]"),
        new Planted(Rule.NETWORK_POLICIES, "NetworkPolicy", "web", "/spec/egress", "[{}]"),
        new Planted(
            Rule.NETWORK_POLICIES,
            "NetworkPolicy",
            "migration",
            "/spec/podSelector",
            "{\"matchLabels\":{\"of\":\"nobody\"}}"),
        pod(Rule.NETWORK_POLICIES, "/spec/template/metadata/labels", "{}"),
        new Planted(Rule.DISRUPTION, "PodDisruptionBudget", "web", "/spec/maxUnavailable", "2"),
        new Planted(Rule.DISRUPTION, "HorizontalPodAutoscaler", "web", "/spec/minReplicas", "1"),
        new Planted(Rule.SCALING, "ScaledObject", "insights-service", "/spec/maxReplicaCount", "7"),
        pod(Rule.SCALING, "/spec/replicas", "2"),
        new Planted(Rule.SERVICES, "Service", "web", "/spec/selector", "{\"app\":\"web\"}"),
        new Planted(
            Rule.MIGRATIONS,
            "Job",
            "insights-service-migration",
            "/metadata/annotations/helm.sh~1hook",
            "\"post-install\""),
        new Planted(
            Rule.KAFKA, "Kafka", "rebound", "/spec/kafka/config/auto.create.topics.enable", "true"),
        new Planted(
            Rule.KAFKA,
            "Kafka",
            "rebound",
            "/spec/kafka/listeners",
            "[{\"name\":\"plain\",\"tls\":false}]"),
        new Planted(Rule.KAFKA, "Kafka", "rebound", "/spec/kafka/authorization", ""),
        new Planted(Rule.KAFKA, "KafkaUser", "feedback-service", "/metadata/name", "\"everybody\""),
        new Planted(
            Rule.KAFKA,
            "KafkaTopic",
            "rebound.feedback",
            "/spec/config/retention.ms",
            "\"604800000\""),
        new Planted(Rule.KAFKA, "KafkaTopic", "rebound.insights", "/spec/replicas", "1"),
        new Planted(
            Rule.KEYS_APART,
            "Cluster",
            "keys-postgres",
            "/spec/plugins/0/parameters/barmanObjectName",
            "\"rebound\""),
        new Planted(
            Rule.KEYS_APART,
            "ObjectStore",
            "rebound-keys",
            "/spec/configuration/destinationPath",
            "\"s3://rebound-backups\""));
  }

  static Stream<Rule> rules() {
    return Arrays.stream(Rule.values());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void itHolds(Rule rule) {
    assertThat(rule.findings(Manifests.of("production"))).isEmpty();
    assertThat(rule.findings(Manifests.of("local"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("planted")
  void whatIsPlantedIsFound(Planted planted) throws JsonProcessingException {
    assertThat(planted.rule().findings(planted.in(Manifests.of("production")))).isNotEmpty();
  }

  @Test
  void everyRuleHasAViolation() {
    EnumSet<Rule> seen = EnumSet.noneOf(Rule.class);
    planted().forEach(it -> seen.add(it.rule()));

    assertThat(seen).containsExactlyInAnyOrder(Rule.values());
  }

  @ParameterizedTest
  @CsvSource({
    "application-service, 8081",
    "feedback-service, 8082",
    "insights-service, 8083",
    "web, 8080"
  })
  void allFourAreThere(String name, int port) {
    JsonNode service = Manifests.of("production").find("Service", name).orElseThrow();

    assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(port);
    assertThat(Manifests.of("production").find("Deployment", name)).isPresent();
  }
}
