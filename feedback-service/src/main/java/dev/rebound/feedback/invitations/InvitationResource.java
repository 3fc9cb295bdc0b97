package dev.rebound.feedback.invitations;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.eventstore.Handled;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Waiting;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Decline;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.handling.Answer;
import dev.rebound.feedback.handling.Answered;
import dev.rebound.feedback.invitations.InvitationBodies.AnswerBody;
import dev.rebound.feedback.invitations.InvitationBodies.CheckBody;
import dev.rebound.feedback.invitations.InvitationBodies.DeclineBody;
import dev.rebound.feedback.invitations.InvitationBodies.OpenBody;
import dev.rebound.feedback.inviting.InvitationTokens;
import dev.rebound.feedback.inviting.Token;
import dev.rebound.feedback.specificity.Judging;
import dev.rebound.feedback.specificity.Specificity;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.feedback.streams.RequestIds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Invitations: public, by token. */
@Path("/api/v1/invitations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Invitations")
@APIResponse(responseCode = "404", description = "The token opens nothing, or nothing any more")
public class InvitationResource {

  /** What is looked at where a token is for nothing, so that both take the same work. */
  private static final UUID NOTHING = new UUID(0, 0);

  private final Commands commands;
  private final FeedbackRequests requests;
  private final InvitationTokens tokens;
  private final Judging judging;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public InvitationResource(
      Commands commands,
      FeedbackRequests requests,
      InvitationTokens tokens,
      Judging judging,
      Clock clock) {
    this.commands = commands;
    this.requests = requests;
    this.tokens = tokens;
    this.judging = judging;
    this.clock = clock;
  }

  /** What became of a request that was declined. */
  public record Declined(RequestStatus status) {}

  /** Shows what is asked; consumes nothing. */
  @POST
  @Path("open")
  @Operation(summary = "Open an invitation")
  @APIResponse(
      responseCode = "200",
      description = "What is asked",
      content = @Content(schema = @Schema(implementation = OpenInvitation.class)))
  public Uni<OpenInvitation> open(@NotNull @Valid OpenBody body) {
    return waiting(body.token()).map(OpenInvitation::of);
  }

  /** Says how specific a draft is; stores nothing. */
  @POST
  @Path("check")
  @Operation(summary = "Check how specific a draft is")
  @APIResponse(
      responseCode = "200",
      description = "How specific it is",
      content = @Content(schema = @Schema(implementation = Specificity.class)))
  public Uni<Specificity> check(@NotNull @Valid CheckBody body) {
    Answer draft = body.draft();
    return waiting(body.token())
        .onItem()
        .transformToUni(
            _ -> judging.judge(draft.comments(), draft.ratedStages(), draft.decisiveThemes()));
  }

  /** Takes the answer of a round. */
  @POST
  @Path("answer")
  @Operation(summary = "Answer an invitation")
  @APIResponseSchema(value = Answered.class, responseCode = "201")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> answer(@NotNull @Valid AnswerBody body) {
    Answer answer = body.answer();
    answer.check();
    Token token = token(body.token());
    return invited(token)
        .onItem()
        .transformToUni(invited ->
            judging
                .judge(answer.comments(), answer.ratedStages(), answer.decisiveThemes())
                .onItem()
                .transformToUni(specificity ->
                    run(
                        token,
                        invited,
                        new FeedbackRequestCommand.Answer(
                            UuidCreator.getTimeOrderedEpoch(),
                            invited.round(),
                            answer.judged(specificity, judging),
                            clock.instant()),
                        answer,
                        done -> Answered.of(specificity, done.state()))));
  }

  /** Declines; the recruiter is not asked again. */
  @POST
  @Path("decline")
  @Operation(summary = "Decline an invitation")
  @APIResponseSchema(value = Declined.class, responseCode = "200")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> decline(@NotNull @Valid DeclineBody body) {
    Token token = token(body.token());
    String reason = body.reason();
    return invited(token)
        .onItem()
        .transformToUni(invited ->
            run(
                token,
                invited,
                new Decline(invited.round(), reason, clock.instant()),
                reason == null ? "" : reason,
                _ -> dev.rebound.chassis.http.Answer.ok(new Declined(RequestStatus.DECLINED))));
  }

  /** A used token still gets as far as the stream, since a repeat must be given its answer. */
  private Uni<Response> run(
      Token token,
      Invited invited,
      FeedbackRequestCommand command,
      Object request,
      Function<Handled.Done<FeedbackRequest, ?>, dev.rebound.chassis.http.Answer> answer) {
    return commands.run(
        requests.handler(),
        RequestIds.stream(invited.requestId()),
        command,
        request,
        invited.board(),
        UUID.nameUUIDFromBytes(token.hash()),
        answer,
        _ -> Problems.notFound());
  }

  private record Invited(UUID requestId, int round, @Nullable String board) {}

  /** What the token is or was for. */
  private Uni<Invited> invited(Token token) {
    return looked(token).map(looked -> looked.orElseThrow(Problems::notFound).invited());
  }

  /** The request that waits for an answer to this token. */
  private Uni<Waiting> waiting(@Nullable String text) {
    return looked(token(text))
        .map(looked ->
            looked
                .filter(found -> found.state() instanceof Waiting waiting && open(found, waiting))
                .map(found -> (Waiting) found.state())
                .orElseThrow(Problems::notFound));
  }

  private boolean open(Looked found, Waiting waiting) {
    return waiting.round() == found.invited().round()
        && clock.instant().isBefore(waiting.expiresAt());
  }

  private record Looked(Invited invited, Opened state) {}

  private Uni<Optional<Looked>> looked(Token token) {
    return tokens
        .find(token)
        .onItem()
        .transformToUni(purpose ->
            requests
                .current(purpose.map(InvitationTokens.Purpose::requestId).orElse(NOTHING))
                .map(current ->
                    current.state() instanceof Opened opened
                        ? purpose.map(found ->
                            new Looked(
                                new Invited(
                                    found.requestId(), found.round(), opened.facts().board()),
                                opened))
                        : Optional.<Looked>empty()));
  }

  private static Token token(@Nullable String text) {
    return new Token(text == null ? "" : text);
  }
}
