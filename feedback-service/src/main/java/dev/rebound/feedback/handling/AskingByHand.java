package dev.rebound.feedback.handling;

import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RequestOrigin;
import dev.rebound.feedback.asking.Asked;
import dev.rebound.feedback.asking.DailyLimit;
import dev.rebound.feedback.asking.LastWords;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Cancelled;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Declined;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Expired;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.NotOpened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Received;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Waiting;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Open;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.feedbackrequest.Terms;
import dev.rebound.feedback.rejections.KnownApplication;
import dev.rebound.feedback.rejections.KnownApplication.KnownRejection;
import dev.rebound.feedback.rejections.KnownApplications;
import dev.rebound.feedback.requests.RequestView;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.feedback.streams.RequestIds;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks on the candidate's word.
 *
 * <p>A recruiter is asked about a rejection once at a time: the ids of the requests that may be
 * opened for the pair are known beforehand, and the first of them that is not over yet is the one.
 * Where it is open already, its stream refuses, so two clicks at once open one request. Where the
 * rejection named the same recruiter the first of them is the one that the rejection opens by
 * itself, so the two do not ask twice either. An answer or a refusal is the recruiter's last word
 * about the application: only after a request that expired or was cancelled without an answer can
 * the same recruiter be asked again.
 */
@ApplicationScoped
public class AskingByHand {

  /** How often one recruiter can be asked by hand about one rejection. */
  private static final int ATTEMPTS = 5;

  /** When whoever has asked too many may try again: the limit is one of the last 24 hours. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Caller caller;
  private final Commands commands;
  private final FeedbackRequests requests;
  private final KnownApplications applications;
  private final Asked asked;
  private final LastWords lastWords;
  private final DailyLimit dailyLimit;
  private final Sealing sealing;
  private final Terms terms;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public AskingByHand(
      Caller caller,
      Commands commands,
      FeedbackRequests requests,
      KnownApplications applications,
      Asked asked,
      LastWords lastWords,
      DailyLimit dailyLimit,
      Sealing sealing,
      Terms terms,
      Clock clock) {
    this.caller = caller;
    this.commands = commands;
    this.requests = requests;
    this.applications = applications;
    this.asked = asked;
    this.lastWords = lastWords;
    this.dailyLimit = dailyLimit;
    this.sealing = sealing;
    this.terms = terms;
    this.clock = clock;
  }

  Uni<Response> ask(AskRequest body) {
    UUID candidate = caller.subject();
    UUID recruiterId = sealing.pseudonym(body.recruiter().email());
    return applications
        .rejected(candidate, body.applicationId())
        .onItem()
        .transformToUni(found -> {
          KnownRejection rejection = rejection(found.orElseThrow(Problems::notFound));
          List<UUID> ids = ids(rejection, recruiterId);
          return mayAsk(candidate, body.applicationId(), recruiterId, ids)
              .chain(() -> free(ids))
              .call(free -> withinLimit(free, candidate, recruiterId))
              .onItem()
              .transformToUni(free ->
                  open(
                      body,
                      facts(body, candidate, recruiterId, free.requestId(), rejection),
                      rejection.eventId()));
        });
  }

  private Uni<Void> mayAsk(UUID candidate, UUID applicationId, UUID recruiterId, List<UUID> ids) {
    return lastWords
        .said(candidate, applicationId, recruiterId, ids)
        .invoke(said -> {
          if (said) {
            throw Problems.conflict(
                "already-answered",
                "This recruiter has answered or declined, and is not asked about this application"
                    + " again.");
          }
        })
        .replaceWithVoid();
  }

  /** What is open already counts no more: its stream says so, or answers a repeat as before. */
  private Uni<Boolean> withinLimit(Found found, UUID candidate, UUID recruiterId) {
    return found.state() instanceof NotOpened
        ? dailyLimit
            .allows(candidate, recruiterId)
            .invoke(allowed -> {
              if (!allowed) {
                throw Problems.tooManyRequests(AGAIN.toSeconds());
              }
            })
        : Uni.createFrom().item(true);
  }

  private static KnownRejection rejection(KnownApplication application) {
    KnownRejection rejection = application.rejection();
    if (rejection == null) {
      throw Problems.conflict("not-rejected", "Only a rejected application can be asked about.");
    }
    return rejection;
  }

  private static List<UUID> ids(KnownRejection rejection, UUID recruiterId) {
    Stream<UUID> byItself =
        recruiterId.equals(rejection.recruiterId())
            ? Stream.of(RequestIds.ofRejection(rejection.eventId()))
            : Stream.of();
    Stream<UUID> byHand =
        IntStream.rangeClosed(1, ATTEMPTS)
            .mapToObj(attempt -> RequestIds.byHand(rejection.eventId(), recruiterId, attempt));
    return Stream.concat(byItself, byHand).toList();
  }

  /** A request that may be the one, and how it stands. */
  private record Found(UUID requestId, FeedbackRequest state) {}

  /**
   * The first that did not come to nothing; the last one where all did, whose stream then refuses.
   */
  private Uni<Found> free(List<UUID> ids) {
    UUID first = ids.getFirst();
    return requests
        .current(first)
        .chain(current ->
            ids.size() > 1 && cameToNothing(current.state())
                ? free(ids.subList(1, ids.size()))
                : Uni.createFrom().item(new Found(first, current.state())));
  }

  private static boolean cameToNothing(FeedbackRequest state) {
    return switch (state) {
      case Expired over -> !over.answered();
      case Cancelled over -> !over.answered();
      case NotOpened _, Waiting _, Received _, Declined _ -> false;
    };
  }

  private RequestFacts facts(
      AskRequest body, UUID candidate, UUID recruiterId, UUID requestId, KnownRejection rejection) {
    Posting posting = rejection.posting();
    if (posting == null) {
      throw Problems.notFound();
    }
    return new RequestFacts(
        requestId,
        body.applicationId(),
        candidate,
        RequestOrigin.CANDIDATE,
        new Recruiter(recruiterId, body.recruiter().name(), body.recruiter().email()),
        posting,
        rejection.stages(),
        body.message(),
        caller.name().orElse(null),
        rejection.board());
  }

  private Uni<Response> open(AskRequest body, RequestFacts facts, UUID rejection) {
    Instant now = clock.instant();
    return asked
        .about(facts.candidateId(), facts.applicationId(), facts.requestId(), rejection)
        .onItem()
        .transformToUni(_ ->
            commands.run(
                requests.handler(),
                RequestIds.stream(facts.requestId()),
                new Open(facts, now),
                body,
                facts.board(),
                done ->
                    Answer.created(
                        "/api/v1/feedback-requests/" + facts.requestId(),
                        RequestView.opened(
                            facts, now, now.plus(terms.answerWithin()), done.version())),
                refusal -> RequestProblems.of(refusal, now)));
  }
}
