package dev.rebound.web.invitation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * feedback-service's routes for invitations, as far as a page without a script needs them.
 *
 * <p>Each call names the address of whoever asks, by which the service counts its limits.
 */
@RegisterRestClient(configKey = "feedback")
@Path("/api/v1/invitations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface InvitationService {

  String CALLER = "X-Forwarded-For";

  @POST
  @Path("open")
  Uni<Invitation> open(@HeaderParam(CALLER) String caller, Map<String, String> token);

  @POST
  @Path("answer")
  Uni<Answered> answer(
      @HeaderParam(CALLER) String caller,
      @HeaderParam("Idempotency-Key") String key,
      Answer answer);

  @POST
  @Path("decline")
  Uni<Void> decline(@HeaderParam(CALLER) String caller, Map<String, String> token);

  /** What an invitation asks. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Invitation(
      Posting posting,
      @Nullable Candidate candidate,
      List<String> stages,
      int round,
      List<String> questions,
      @Nullable String message) {

    /** Who asks. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Candidate(@Nullable String name) {}

    /** What was applied for. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Posting(@Nullable String title, @Nullable String company) {}
  }

  /** What is answered. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Answer(String token, String comments, List<RatedStage> stages) {}

  /** A stage and how it went, from 1 to 5. */
  record RatedStage(String kind, int rating) {}

  /** What the service says to an answer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answered(String status, List<String> questions) {}
}
