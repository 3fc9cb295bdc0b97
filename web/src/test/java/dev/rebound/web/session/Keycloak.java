package dev.rebound.web.session;

import dev.rebound.testkit.Stack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The real Keycloak, in place of the one that is away. */
public final class Keycloak implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "rebound.realm-url",
        Stack.keycloak().realmUrl(),
        "rebound.web.client-secret",
        Stack.WEB_CLIENT_SECRET);
  }

  @Override
  public int order() {
    return 1; // after the neighbours, whose settings it corrects
  }

  @Override
  public void stop() {
    // It goes on for the next test of this JVM.
  }
}
