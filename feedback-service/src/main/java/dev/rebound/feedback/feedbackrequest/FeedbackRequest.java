package dev.rebound.feedback.feedbackrequest;

import dev.rebound.events.MissingPart;
import dev.rebound.events.Theme;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The state of a feedback request. */
public sealed interface FeedbackRequest {

  /** Nobody has been asked. */
  record NotOpened() implements FeedbackRequest {}

  /** Somebody has been asked, whatever came of it. */
  sealed interface Opened extends FeedbackRequest {
    /** What was asked, of whom, by whom. */
    RequestFacts facts();

    /** How it stands, as the API names it. */
    RequestStatus status();

    /** Whether the recruiter has answered or declined: then they are not asked anew. */
    boolean answered();
  }

  /** An answer is waited for. */
  sealed interface Waiting extends Opened {
    /** 1, or 2 after the request for depth. */
    int round();

    /** When the invitation of this round ends. */
    Instant expiresAt();

    /** When the recruiter was reminded in this round, oldest first. */
    List<Instant> reminders();

    /** The same with one more reminder. */
    Waiting reminded(Instant at);
  }

  /** Round 1 is out. */
  record Requested(RequestFacts facts, Instant expiresAt, List<Instant> reminders)
      implements Waiting {
    public Requested {
      reminders = List.copyOf(reminders);
    }

    @Override
    public int round() {
      return 1;
    }

    @Override
    public RequestStatus status() {
      return RequestStatus.REQUESTED;
    }

    @Override
    public boolean answered() {
      return false;
    }

    @Override
    public Requested reminded(Instant at) {
      return new Requested(facts, expiresAt, oneMore(reminders, at));
    }
  }

  /**
   * Round 2 is out.
   *
   * @param missing what the first answer left open
   * @param themes what it touched without saying enough, weightiest first
   */
  record DetailRequested(
      RequestFacts facts,
      Instant expiresAt,
      List<Instant> reminders,
      List<MissingPart> missing,
      List<Theme> themes)
      implements Waiting {
    public DetailRequested {
      reminders = List.copyOf(reminders);
      missing = List.copyOf(missing);
      themes = List.copyOf(themes);
    }

    @Override
    public int round() {
      return 2;
    }

    @Override
    public RequestStatus status() {
      return RequestStatus.DETAIL_REQUESTED;
    }

    @Override
    public boolean answered() {
      return true;
    }

    @Override
    public DetailRequested reminded(Instant at) {
      return new DetailRequested(facts, expiresAt, oneMore(reminders, at), missing, themes);
    }
  }

  /**
   * It was answered; nothing more is asked, unless a request for depth follows at once.
   *
   * @param themes what the answer touched in its boxes, weightiest first
   */
  record Received(RequestFacts facts, List<Theme> themes) implements Opened {
    public Received {
      themes = List.copyOf(themes);
    }

    @Override
    public RequestStatus status() {
      return RequestStatus.RECEIVED;
    }

    @Override
    public boolean answered() {
      return true;
    }
  }

  /** The recruiter will not answer. */
  record Declined(RequestFacts facts) implements Opened {
    @Override
    public RequestStatus status() {
      return RequestStatus.DECLINED;
    }

    @Override
    public boolean answered() {
      return true;
    }
  }

  /**
   * Nobody answered in time.
   *
   * @param answered whether there had been a first answer
   */
  record Expired(RequestFacts facts, boolean answered) implements Opened {
    @Override
    public RequestStatus status() {
      return RequestStatus.EXPIRED;
    }
  }

  /**
   * The candidate took it back, or the rejection it was about.
   *
   * @param answered whether there had been a first answer
   */
  record Cancelled(RequestFacts facts, boolean answered) implements Opened {
    @Override
    public RequestStatus status() {
      return RequestStatus.CANCELLED;
    }
  }

  private static List<Instant> oneMore(List<Instant> reminders, Instant at) {
    return Stream.concat(reminders.stream(), Stream.of(at)).toList();
  }
}
