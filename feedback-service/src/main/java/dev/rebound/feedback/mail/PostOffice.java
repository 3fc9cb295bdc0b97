package dev.rebound.feedback.mail;

import dev.rebound.sealing.Sealing;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Chooses how letters go out, once, at the start. */
@ApplicationScoped
public class PostOffice {

  private static final String ROUTE = "/dev/mailbox";

  private final @Nullable DevelopmentMailbox mailbox;
  private final ReactiveMailer mailer;
  private final Duration patience;

  /** Wired by the container. */
  @Inject
  public PostOffice(
      @ConfigProperty(name = "rebound.development") boolean development,
      @ConfigProperty(name = "rebound.mail.patience", defaultValue = "15S") Duration patience,
      ReactiveMailer mailer,
      Pool pool,
      Sealing sealing) {
    this.mailbox = development ? new DevelopmentMailbox(pool, sealing) : null;
    this.mailer = mailer;
    this.patience = patience;
  }

  /** The way letters go out. */
  @Produces
  @Singleton
  public Post post() {
    return mailbox == null ? new SmtpPost(mailer, patience) : mailbox;
  }

  /**
   * The way to look into the mailbox, in development only: a route of the router and no resource,
   * so that in production there is nothing that could be opened by mistake.
   */
  void register(@Observes Router router) {
    DevelopmentMailbox open = mailbox;
    if (open != null) {
      router.get(ROUTE).handler(context -> show(open, context));
    }
  }

  private static void show(DevelopmentMailbox open, RoutingContext context) {
    open.letters()
        .subscribe()
        .with(
            letters ->
                context
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(letters.toBuffer()),
            context::fail);
  }
}
