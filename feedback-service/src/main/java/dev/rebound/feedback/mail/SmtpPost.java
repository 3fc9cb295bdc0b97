package dev.rebound.feedback.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.UUID;

/** Sends by the mail server of the settings. */
final class SmtpPost implements Post {

  private final ReactiveMailer mailer;
  private final Duration patience;

  /** One that gives a server so long: one that hangs up without a word is not noticed sooner. */
  SmtpPost(ReactiveMailer mailer, Duration patience) {
    this.mailer = mailer;
    this.patience = patience;
  }

  /** Replies from 500 on are permanent, see RFC 5321, 4.2.1. */
  private static boolean isForGood(Throwable failure) {
    return failure instanceof SMTPException refusal && refusal.isPermanent();
  }

  @Override
  public Uni<Void> send(UUID addressee, Letter letter) {
    return mailer
        .send(
            Mail.withText(letter.to(), letter.subject(), letter.text())
                .addHeader("Auto-Submitted", "auto-generated"))
        .ifNoItem()
        .after(patience)
        .fail()
        .onFailure(SmtpPost::isForGood)
        .transform(_ -> new Refused());
  }
}
