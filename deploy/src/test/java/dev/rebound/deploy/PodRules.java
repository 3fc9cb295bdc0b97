package dev.rebound.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.deploy.Manifests.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about pods and their containers. Each says what is wrong, or nothing. */
final class PodRules {
  /** The limit of every handler: what a process has taken up ends within it, in seconds. */
  private static final int HANDLER_LIMIT = 20;

  private static final Map<String, String> PROBES =
      Map.of(
          "startupProbe", "/q/health/started",
          "livenessProbe", "/q/health/live",
          "readinessProbe", "/q/health/ready");

  private static final Pattern TAG = Pattern.compile(".+/[^:@/]+:(?!latest$)[A-Za-z0-9._-]+");
  private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");
  private static final Pattern SECRET =
      Pattern.compile(".*(PASSWORD|SECRET|TOKEN|DB_USER|ENCRYPTION_KEY|MAIL_USERNAME)");

  private PodRules() {}

  private static List<String> pods(
      Manifests manifests, BiFunction<Pod, List<String>, Boolean> check) {
    List<String> findings = new ArrayList<>();
    manifests
        .pods()
        .forEach(pod -> {
          List<String> own = new ArrayList<>();
          if (!check.apply(pod, own)) {
            own.add("does not hold");
          }
          own.forEach(it -> findings.add(pod + ": " + it));
        });
    return findings;
  }

  /** The restricted profile of Pod Security, and a file system that nobody writes to. */
  static List<String> restricted(Manifests manifests) {
    return pods(
        manifests,
        (pod, findings) -> {
          JsonNode pods = pod.spec().path("securityContext");
          require(pods.path("runAsNonRoot").asBoolean(), "may be root", findings);
          require(pods.path("runAsUser").asInt() > 0, "is root", findings);
          require(
              pods.path("seccompProfile").path("type").asText().equals("RuntimeDefault"),
              "has no seccomp profile",
              findings);
          for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(!pod.spec().path(host).asBoolean(), "has " + host, findings);
          }
          require(
              Manifests.each(pod.spec().path("volumes")).noneMatch(it -> it.has("hostPath")),
              "reads the node's files",
              findings);
          pod.containers().forEach(it -> restricted(it, findings));
          return true;
        });
  }

  private static void restricted(JsonNode container, List<String> findings) {
    JsonNode security = container.path("securityContext");
    require(!security.path("allowPrivilegeEscalation").asBoolean(true), "may escalate", findings);
    require(!security.path("privileged").asBoolean(), "is privileged", findings);
    require(
        security.path("readOnlyRootFilesystem").asBoolean(), "may write to its image", findings);
    require(
        security.path("capabilities").path("drop").toString().equals("[\"ALL\"]")
            && !security.path("capabilities").has("add"),
        "has capabilities",
        findings);
    require(
        Manifests.each(container.path("volumeMounts"))
            .anyMatch(it -> it.path("mountPath").asText().equals("/tmp")),
        "has no /tmp",
        findings);
  }

  private static void require(boolean holds, String otherwise, List<String> findings) {
    if (!holds) {
      findings.add(otherwise);
    }
  }

  /** No token of the cluster's API, and no variables of neighbours that look like settings. */
  static List<String> noToken(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    manifests
        .kind("ServiceAccount")
        .filter(it -> it.path("automountServiceAccountToken").asBoolean(true))
        .forEach(it -> findings.add(Manifests.name(it) + ": gives a token away"));
    findings.addAll(
        pods(
            manifests,
            (pod, own) -> {
              require(
                  !pod.spec().path("automountServiceAccountToken").asBoolean(true),
                  "has a token",
                  own);
              require(
                  !pod.spec().path("enableServiceLinks").asBoolean(true),
                  "gets variables of every service beside it, KAFKA_PORT among them",
                  own);
              return true;
            }));
    return findings;
  }

  /** The three questions that the services answer. */
  static List<String> probes(Manifests manifests) {
    return pods(
        manifests,
        (pod, findings) -> {
          if (pod.serves()) {
            pod.containers()
                .forEach(container ->
                    PROBES.forEach((probe, path) ->
                        require(
                            container
                                .path(probe)
                                .path("httpGet")
                                .path("path")
                                .asText()
                                .equals(path),
                            "has no " + probe + " at " + path,
                            findings)));
          }
          return true;
        });
  }

  /** What a container asks for and what it may take. */
  static List<String> resources(Manifests manifests) {
    return pods(
        manifests,
        (pod, findings) -> {
          pod.containers()
              .forEach(container -> {
                JsonNode asked = container.path("resources").path("requests");
                JsonNode limit = container.path("resources").path("limits").path("memory");
                require(asked.has("cpu"), "asks for no CPU", findings);
                if (!asked.has("memory") || limit.isMissingNode()) {
                  findings.add("has no bounds of memory");
                } else {
                  require(
                      bytes(limit) >= bytes(asked.path("memory")),
                      "may take less memory than it asks for",
                      findings);
                }
              });
          return true;
        });
  }

  private static double bytes(JsonNode quantity) {
    return Quantity.getAmountInBytes(new Quantity(quantity.asText())).doubleValue();
  }

  /** An image is named so that it is the same tomorrow. */
  static List<String> pinnedImages(Manifests manifests) {
    return pods(
        manifests,
        (pod, findings) ->
            pod.containers()
                .map(it -> it.path("image").asText())
                .allMatch(it -> TAG.matcher(it).matches() || DIGEST.matcher(it).matches()));
  }

  /** Who stops is given the time that what it has begun may take. */
  static List<String> gracefulStop(Manifests manifests) {
    return pods(
        manifests,
        (pod, findings) -> {
          if (pod.serves()) {
            int grace = pod.spec().path("terminationGracePeriodSeconds").asInt(30);
            int limit = shutdown(manifests, pod);
            pod.containers()
                .forEach(it -> {
                  int pause = it.at("/lifecycle/preStop/sleep/seconds").asInt();
                  require(pause > 0, "stops while requests still come", findings);
                  require(
                      limit > HANDLER_LIMIT, "gives handlers less than they may take", findings);
                  require(grace > pause + limit, "is killed before it has ended", findings);
                });
          }
          return true;
        });
  }

  private static int shutdown(Manifests manifests, Pod pod) {
    return manifests
        .find("ConfigMap", pod.name())
        .map(it -> it.path("data").path("QUARKUS_SHUTDOWN_TIMEOUT").asText())
        .filter(it -> it.matches("[0-9]+S"))
        .map(it -> Integer.parseInt(it.substring(0, it.length() - 1)))
        .orElse(0);
  }

  /** Processes of one application do not stand on one node, where there are others. */
  static List<String> spread(Manifests manifests) {
    return pods(
        manifests,
        (pod, findings) ->
            !pod.serves()
                || Manifests.each(pod.spec().path("topologySpreadConstraints"))
                    .filter(it -> pod.matches(it.path("labelSelector").path("matchLabels")))
                    .anyMatch(
                        it -> it.path("topologyKey").asText().equals("kubernetes.io/hostname")));
  }

  /** Secrets are named and not written down; and no variable is given twice. */
  static List<String> secretsByReference(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    manifests.kind("Secret").forEach(it -> findings.add(Manifests.name(it) + ": a secret"));
    manifests
        .kind("ConfigMap")
        .forEach(it ->
            it.path("data")
                .fieldNames()
                .forEachRemaining(name ->
                    require(
                        !SECRET.matcher(name).matches(),
                        Manifests.name(it) + ": " + name + " is not secret there",
                        findings)));
    findings.addAll(
        pods(
            manifests,
            (pod, own) -> {
              pod.containers()
                  .flatMap(it -> Manifests.each(it.path("env")))
                  .forEach(it ->
                      require(
                          !it.has("value") || !SECRET.matcher(it.path("name").asText()).matches(),
                          it.path("name").asText() + " is written down",
                          own));
              return true;
            }));
    return findings;
  }

  /** A name that stands twice in a list of variables: the later one counts, and nobody sees it. */
  static List<String> variablesOnce(Manifests manifests) {
    return pods(
        manifests,
        (pod, findings) ->
            pod.containers()
                .allMatch(container -> {
                  List<String> names = names(container).toList();
                  return names.stream().distinct().count() == names.size();
                }));
  }

  private static Stream<String> names(JsonNode container) {
    return Manifests.each(container.path("env")).map(it -> it.path("name").asText());
  }
}
