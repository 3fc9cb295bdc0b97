package dev.rebound.feedback.inviting;

import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Waiting;
import dev.rebound.feedback.inviting.Invitations.Due;
import dev.rebound.feedback.inviting.Invitations.Outcome;
import dev.rebound.feedback.mail.Post;
import dev.rebound.feedback.mail.Post.Refused;
import dev.rebound.feedback.streams.FeedbackRequests;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends the letters that are due: at once when woken, and by schedule what was left over. */
@ApplicationScoped
public class InvitationDelivery {

  private static final Logger LOG = Logger.getLogger(InvitationDelivery.class);

  /** How long one handful may take; a database that never answers must not stop the sending. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Invitations invitations;
  private final InvitationTokens tokens;
  private final FeedbackRequests requests;
  private final Post post;
  private final Clock clock;
  private final String webUrl;
  private final AtomicInteger calls = new AtomicInteger();

  /** Wired by the container. */
  @Inject
  public InvitationDelivery(
      Invitations invitations,
      InvitationTokens tokens,
      FeedbackRequests requests,
      Post post,
      Clock clock,
      @ConfigProperty(name = "rebound.web-url") String webUrl) {
    this.invitations = invitations;
    this.tokens = tokens;
    this.requests = requests;
    this.post = post;
    this.clock = clock;
    this.webUrl = webUrl.replaceAll("/+$", "");
  }

  /** Starts sending without waiting for it; one round of sending runs at a time. */
  void wake() {
    if (calls.getAndIncrement() == 0) {
      drain();
    }
  }

  @Scheduled(
      every = "${rebound.feedback.delivery-every:10s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void lookForLeftovers() {
    wake();
  }

  @Scheduled(every = "24h", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return tokens
        .forget(clock.instant())
        .onItem()
        .transformToUni(_ -> invitations.forget(clock.instant()));
  }

  private void drain() {
    int seen = calls.get();
    deliverDue()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .subscribe()
        .with(
            sent -> {
              if (sent > 0 || !calls.compareAndSet(seen, 0)) {
                drain();
              }
            },
            failure -> {
              LOG.warnf("sending invitations stopped: %s", failure.getClass().getSimpleName());
              calls.set(0);
            });
  }

  /** Sends what is due, one handful. */
  private Uni<Integer> deliverDue() {
    return invitations
        .take(clock.instant())
        .onItem()
        .transformToUni(due ->
            Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndMerge(this::deliver)
                .collect()
                .last()
                .replaceWith(due.size()));
  }

  private Uni<Void> deliver(Due due) {
    return requests
        .current(due.requestId())
        .onItem()
        .transformToUni(current ->
            current.state() instanceof Waiting waiting && wanted(waiting, due)
                ? send(due, waiting).replaceWith(Outcome.SENT)
                : Uni.createFrom().item(Outcome.NOT_NEEDED))
        .onItem()
        .transformToUni(outcome -> invitations.settle(due, outcome, clock.instant()))
        .onFailure()
        .recoverWithUni(failure -> failed(due, failure));
  }

  private boolean wanted(Waiting waiting, Due due) {
    return waiting.round() == due.round()
        && waiting.facts().recruiter().email() != null
        && clock.instant().isBefore(waiting.expiresAt());
  }

  private Uni<Void> send(Due due, Waiting waiting) {
    String email = waiting.facts().recruiter().email();
    if (email == null) {
      return Uni.createFrom().voidItem();
    }
    return tokens
        .issue(due.requestId(), due.round(), waiting.expiresAt())
        .onItem()
        .transformToUni(token ->
            post.send(
                waiting.facts().recruiter().recruiterId(),
                InvitationLetter.write(
                    due.occasion(), waiting, email, webUrl + "/f#" + token.text())));
  }

  /**
   * What failed is due again later, until the invitation ends. Only a refusal of the mail server is
   * an end, and only when it stays with it: it may be a mistake in the settings.
   *
   * <p>A mail server's complaint may quote the address, so it is not logged.
   */
  private Uni<Void> failed(Due due, Throwable failure) {
    boolean last = due.attempts() >= Invitations.ATTEMPTS && failure instanceof Refused;
    LOG.warnf(
        "invitation %s was not sent, attempt %d%s: %s",
        due.eventId(),
        due.attempts(),
        last ? ", the last" : "",
        failure.getClass().getSimpleName());
    return last
        ? invitations.settle(due, Outcome.GIVEN_UP, clock.instant())
        : Uni.createFrom().voidItem();
  }
}
