package dev.rebound.feedback.mail;

import dev.rebound.feedback.mail.MailServer.Mood;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mail as in production. The server has its port before the application is told of it, and keeps it
 * to the end; at first it is as good as down.
 */
public final class ProductionMail implements QuarkusTestResourceLifecycleManager {

  /** Marks the field of a test that is given the server. */
  @Target(ElementType.FIELD)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Server {}

  private @Nullable MailServer server;

  /** After the real parts, whose settings are those of development. */
  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    server = new MailServer(Mood.IS_DOWN);
    return Map.of(
        "rebound.development",
        "false",
        "rebound.mail.patience",
        "2S",
        "rebound.mail.host",
        "127.0.0.1",
        "rebound.mail.port",
        Integer.toString(server.port()));
  }

  @Override
  public void inject(TestInjector test) {
    if (server != null) {
      test.injectIntoFields(
          server, new TestInjector.AnnotatedAndMatchesType(Server.class, MailServer.class));
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }
}
