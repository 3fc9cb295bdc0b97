package dev.rebound.feedback.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;

/** Sends by the mail server of the settings. */
final class SmtpPost implements Post {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ReactiveMailer mailer;

  SmtpPost(ReactiveMailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public Uni<Void> send(UUID addressee, Letter letter) {
    return mailer
        .send(
            Mail.withText(letter.to(), letter.subject(), letter.text())
                .addHeader("Auto-Submitted", "auto-generated"))
        .ifNoItem()
        .after(PATIENCE)
        .fail();
  }
}
