package dev.rebound.deploy;

import java.util.List;
import java.util.function.Function;

/** What holds for every rendering of the chart. */
enum Rule {
  RESTRICTED(PodRules::restricted),
  NO_TOKEN(PodRules::noToken),
  PROBES(PodRules::probes),
  RESOURCES(PodRules::resources),
  PINNED_IMAGES(PodRules::pinnedImages),
  GRACEFUL_STOP(PodRules::gracefulStop),
  SPREAD(PodRules::spread),
  SECRETS_BY_REFERENCE(PodRules::secretsByReference),
  VARIABLES_ONCE(PodRules::variablesOnce),
  NETWORK_POLICIES(ClusterRules::networkPolicies),
  DISRUPTION(ClusterRules::disruption),
  SCALING(ClusterRules::scaling),
  SERVICES(ClusterRules::services),
  MIGRATIONS(ClusterRules::migrations),
  KAFKA(ClusterRules::kafka),
  KEYS_APART(ClusterRules::keysApart);

  private final Function<Manifests, List<String>> check;

  Rule(Function<Manifests, List<String>> check) {
    this.check = check;
  }

  /** What is wrong, or nothing. */
  List<String> findings(Manifests manifests) {
    return check.apply(manifests);
  }
}
