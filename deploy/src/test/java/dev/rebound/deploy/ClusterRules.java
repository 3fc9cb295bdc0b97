package dev.rebound.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.deploy.Manifests.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rules about how the parts of a release fit together. Each says what is wrong, or nothing. */
final class ClusterRules {
  private static final Set<String> SERVICES =
      Set.of("application-service", "feedback-service", "insights-service");

  private ClusterRules() {}

  /** Every pod is closed both ways by one policy and opened by another, and none is wide open. */
  static List<String> networkPolicies(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    List<JsonNode> policies = manifests.kind("NetworkPolicy").toList();
    for (JsonNode policy : policies) {
      for (String way : List.of("ingress", "egress")) {
        if (Manifests.each(policy.path("spec").path(way)).anyMatch(ClusterRules::open)) {
          findings.add(Manifests.name(policy) + ": lets everything through, " + way);
        }
      }
    }
    manifests
        .pods()
        .forEach(pod -> {
          List<JsonNode> own = policies.stream().filter(it -> selects(it, pod)).toList();
          if (own.stream().noneMatch(ClusterRules::closes)) {
            findings.add(pod + ": is not closed");
          }
          if (own.stream().allMatch(ClusterRules::closes)) {
            findings.add(pod + ": reaches nobody");
          }
        });
    return findings;
  }

  private static boolean selects(JsonNode policy, Pod pod) {
    return pod.matches(policy.path("spec").path("podSelector").path("matchLabels"));
  }

  private static boolean closes(JsonNode policy) {
    JsonNode spec = policy.path("spec");
    return spec.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
        && spec.path("ingress").isEmpty()
        && spec.path("egress").isEmpty();
  }

  private static boolean open(JsonNode rule) {
    return rule.path("ports").isEmpty()
        || (rule.path("from").isEmpty() && rule.path("to").isEmpty());
  }

  /** Where several processes run, one at a time may be taken away; where one runs, it may. */
  static List<String> disruption(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    manifests
        .kind("Deployment")
        .forEach(deployment -> {
          String name = Manifests.name(deployment);
          Optional<JsonNode> budget = manifests.find("PodDisruptionBudget", name);
          int least = least(manifests, deployment);
          if (least < 2 && budget.isPresent()) {
            findings.add(name + ": its node could never be emptied");
          }
          if (least > 1
              && budget
                  .filter(it -> it.path("spec").path("maxUnavailable").asInt() == 1)
                  .isEmpty()) {
            findings.add(name + ": all its processes could be taken at once");
          }
        });
    return findings;
  }

  /** How many processes there are at the least. */
  private static int least(Manifests manifests, JsonNode deployment) {
    String name = Manifests.name(deployment);
    return manifests
        .find("HorizontalPodAutoscaler", name)
        .map(it -> it.path("spec").path("minReplicas").asInt(1))
        .or(() ->
            manifests
                .find("ScaledObject", name)
                .map(it -> it.path("spec").path("minReplicaCount").asInt()))
        .orElse(deployment.path("spec").path("replicas").asInt(1));
  }

  /** No more processes than partitions, and one alone says how many there are. */
  static List<String> scaling(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    manifests
        .kind("ScaledObject")
        .forEach(it -> {
          String name = Manifests.name(it);
          int most = it.path("spec").path("maxReplicaCount").asInt(100);
          int partitions =
              manifests
                  .find("ConfigMap", name)
                  .map(map -> map.path("data").path("REBOUND_TOPICS_PARTITIONS").asInt())
                  .orElse(0);
          if (most > partitions) {
            findings.add(name + ": " + most + " processes for " + partitions + " partitions");
          }
          if (most < it.path("spec").path("minReplicaCount").asInt()) {
            findings.add(name + ": at most less than at least");
          }
        });
    for (String kind : List.of("ScaledObject", "HorizontalPodAutoscaler")) {
      manifests
          .kind(kind)
          .map(it -> it.path("spec").path("scaleTargetRef").path("name").asText())
          .filter(it ->
              manifests
                  .find("Deployment", it)
                  .map(deployment -> deployment.path("spec").has("replicas"))
                  .orElse(true))
          .forEach(
              it -> findings.add(it + ": two say how many processes it has, or it is not there"));
    }
    return findings;
  }

  /** Every service reaches the pods of one application, at a port that they have. */
  static List<String> services(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    manifests
        .kind("Service")
        .forEach(service -> {
          List<Pod> behind =
              manifests
                  .pods()
                  .filter(it -> it.matches(service.path("spec").path("selector")))
                  .toList();
          boolean port =
              behind.stream()
                  .flatMap(Pod::containers)
                  .flatMap(it -> Manifests.each(it.path("ports")))
                  .anyMatch(it ->
                      it.path("name")
                          .asText()
                          .equals(service.at("/spec/ports/0/targetPort").asText()));
          if (behind.size() != 1 || !port) {
            findings.add(Manifests.name(service) + ": reaches " + behind);
          }
        });
    return findings;
  }

  /** Who does not migrate as it starts is migrated before it is rolled out. */
  static List<String> migrations(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    for (String service : new TreeSet<>(SERVICES)) {
      JsonNode settings =
          manifests.find("ConfigMap", service).map(it -> it.path("data")).orElseThrow();
      boolean itself = settings.path("QUARKUS_FLYWAY_MIGRATE_AT_START").asBoolean(true);
      if (!itself
          && manifests.find("Job", service + "-migration").filter(ClusterRules::before).isEmpty()) {
        findings.add(service + ": nobody migrates it before the rollout");
      }
    }
    return findings;
  }

  private static boolean before(JsonNode job) {
    String hooks = job.path("metadata").path("annotations").path("helm.sh/hook").asText();
    Set<String> on =
        Manifests.each(job.at("/spec/template/spec/containers/0/env"))
            .filter(it -> it.path("value").asText().equals("true"))
            .map(it -> it.path("name").asText())
            .collect(Collectors.toSet());
    return hooks.equals("pre-install,pre-upgrade")
        && on.containsAll(
            Set.of(
                "QUARKUS_INIT_AND_EXIT",
                "QUARKUS_FLYWAY_MIGRATE_AT_START",
                "QUARKUS_FLYWAY_KEYS_MIGRATE_AT_START"));
  }

  /** Where Kafka is the chart's: nothing is made by itself, nothing is lost with one broker. */
  static List<String> kafka(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    manifests
        .kind("Kafka")
        .forEach(kafka -> {
          JsonNode config = kafka.at("/spec/kafka/config");
          if (config.path("auto.create.topics.enable").asBoolean(true)) {
            findings.add("topics are made by a slip of the pen");
          }
          if (Manifests.each(kafka.at("/spec/kafka/listeners"))
              .anyMatch(it ->
                  !it.path("tls").asBoolean()
                      || !it.path("authentication").path("type").asText().equals("tls"))) {
            findings.add("a listener takes anybody");
          }
          if (!kafka.at("/spec/kafka/authorization/type").asText().equals("simple")) {
            findings.add("everybody may do everything");
          }
          for (String service : new TreeSet<>(SERVICES)) {
            if (manifests.find("KafkaUser", service).isEmpty()) {
              findings.add(service + ": has no name of its own");
            }
          }
          topics(manifests, findings);
        });
    return findings;
  }

  private static void topics(Manifests manifests, List<String> findings) {
    manifests
        .kind("KafkaTopic")
        .forEach(it -> {
          String name = Manifests.name(it);
          JsonNode config = it.path("spec").path("config");
          String kept = name.equals("rebound.dead-letters") ? "1209600000" : "-1";
          if (!config.path("retention.ms").asText().equals(kept)) {
            findings.add(name + ": is kept for " + config.path("retention.ms"));
          }
          if (it.path("spec").path("replicas").asInt() < 3
              || config.path("min.insync.replicas").asInt() != 2) {
            findings.add(name + ": may be lost with a broker");
          }
        });
  }

  /** The keys are backed up elsewhere than the words they open. */
  static List<String> keysApart(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    Optional<String> keys =
        manifests.find("Cluster", "keys-postgres").map(it -> place(manifests, it));
    manifests
        .kind("Cluster")
        .filter(it -> !Manifests.name(it).equals("keys-postgres"))
        .filter(it -> keys.filter(place(manifests, it)::equals).isPresent())
        .forEach(it -> findings.add(Manifests.name(it) + ": is backed up where the keys are"));
    if (manifests.kind("Cluster").findAny().isPresent() && keys.isEmpty()) {
      findings.add("the keys have no cluster of their own");
    }
    return findings;
  }

  private static String place(Manifests manifests, JsonNode cluster) {
    String store = cluster.at("/spec/plugins/0/parameters/barmanObjectName").asText();
    return manifests
        .find("ObjectStore", store)
        .map(it -> it.at("/spec/configuration/destinationPath").asText())
        .orElse("");
  }
}
