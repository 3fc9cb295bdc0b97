package dev.rebound.feedback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.InMemoryKeyRing;
import dev.rebound.sealing.WrappingKey;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.mutiny.sqlclient.Pool;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostOfficeTest {

  private final List<Mail> sent = new ArrayList<>();
  private final ReactiveMailer mailer =
      mails -> {
        sent.addAll(List.of(mails));
        return Uni.createFrom().voidItem();
      };

  private PostOffice office(boolean development) {
    Pool nowhere =
        new Pool(
            (io.vertx.sqlclient.Pool)
                Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {io.vertx.sqlclient.Pool.class},
                    (_, _, _) -> {
                      throw new UnsupportedOperationException();
                    }));
    var key = new WrappingKey(Base64.getEncoder().encodeToString(new byte[32]));
    return new PostOffice(
        development,
        Duration.ofSeconds(15),
        mailer,
        nowhere,
        new AesSealing(new InMemoryKeyRing(), key));
  }

  private static int routes(PostOffice office) {
    Vertx vertx = Vertx.vertx();
    try {
      Router router = Router.router(vertx);
      office.register(router);
      return router.getRoutes().size();
    } finally {
      vertx.close();
    }
  }

  @Test
  void productionHasNoRouteToTheMailbox() {
    assertThat(routes(office(false))).isZero();
  }

  @Test
  void developmentHasOne() {
    assertThat(routes(office(true))).isOne();
  }

  @Test
  void productionSendsByTheMailServer() {
    office(false)
        .post()
        .send(new UUID(1, 1), new Letter("bo@dairy.example", "Hello", "Text"))
        .subscribe()
        .with(_ -> {});

    assertThat(sent)
        .singleElement()
        .satisfies(mail -> assertThat(mail.getTo()).containsExactly("bo@dairy.example"));
  }
}
