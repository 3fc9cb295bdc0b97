package dev.rebound.testkit.attack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has a service under test believe a {@link TokenIssuer} instead of Keycloak, and lets it answer as
 * many requests as an attack has. To be restricted to the class that it annotates.
 */
public final class IssuerTestResource implements QuarkusTestResourceLifecycleManager {

  private static final String UNLIMITED = "1000000";

  /** Marks the field of a test that is given the issuer. */
  @Target(ElementType.FIELD)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Issuer {}

  private @Nullable TokenIssuer issuer;

  /** After the real parts, whose realm is another. */
  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    TokenIssuer started = new TokenIssuer();
    issuer = started;
    return Map.of(
        "rebound.realm-url",
        started.realmUrl(),
        "rebound.limits.user-per-minute",
        UNLIMITED,
        "rebound.limits.board-per-minute",
        UNLIMITED,
        "rebound.limits.address-per-minute",
        UNLIMITED);
  }

  @Override
  public void inject(TestInjector test) {
    if (issuer != null) {
      test.injectIntoFields(
          issuer, new TestInjector.AnnotatedAndMatchesType(Issuer.class, TokenIssuer.class));
    }
  }

  @Override
  public void stop() {
    if (issuer != null) {
      issuer.close();
    }
  }
}
