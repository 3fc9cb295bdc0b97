package dev.rebound.web.invitation;

import dev.rebound.web.invitation.InvitationService.Answered;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** The way without a script: the code is pasted, and forms are sent. */
@Path("/f")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class PlainInvitationResource {

  private static final Logger LOG = Logger.getLogger(PlainInvitationResource.class);

  private static final String AGAIN = "Please write a sentence or two.";

  /** What the button is called that declines for good. */
  private static final String CONFIRMED = "confirmed";

  @CheckedTemplate(basePath = "invitation")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance form(Form form);

    static native TemplateInstance unsent(Filled filled, String why);

    static native TemplateInstance decline(Filled filled);

    static native TemplateInstance closed(String title, String why);

    static native TemplateInstance done(String title, String text, List<String> questions);
  }

  private final InvitationService invitations;

  PlainInvitationResource(@RestClient InvitationService invitations) {
    this.invitations = invitations;
  }

  /** Opens what a code stands for; nothing is used up. */
  @POST
  @Path("open")
  public Uni<TemplateInstance> open(
      MultivaluedMap<String, String> form, HttpServerRequest request) {
    return form(Filled.of(form), request, "");
  }

  /** Sends an answer. */
  @POST
  @Path("answer")
  public Uni<TemplateInstance> answer(
      MultivaluedMap<String, String> form, HttpServerRequest request) {
    Filled filled = Filled.of(form);
    if (filled.comments().isEmpty()) {
      return form(filled, request, AGAIN);
    }
    return invitations
        .answer(caller(request), filled.key(), filled.answer())
        .map(PlainInvitationResource::thanks)
        .onFailure()
        .recoverWithUni(failure -> instead(failure, filled, request));
  }

  /**
   * Declines; the recruiter is not asked again. That is for good, so it is asked about first, and
   * whoever goes back finds what was filled in.
   */
  @POST
  @Path("decline")
  public Uni<TemplateInstance> decline(
      MultivaluedMap<String, String> form, HttpServerRequest request) {
    Filled filled = Filled.of(form);
    if (filled.token().isEmpty()) {
      return form(filled, request, "");
    }
    if (!form.containsKey(CONFIRMED)) {
      return Uni.createFrom().item(() -> Templates.decline(filled));
    }
    return invitations
        .decline(caller(request), Map.of("token", filled.token()))
        .map(_ ->
            Templates.done(
                "That is fine", "You will not be asked again about this application.", List.of()))
        .onFailure()
        .recoverWithUni(failure -> instead(failure, filled, request));
  }

  private Uni<TemplateInstance> form(Filled filled, HttpServerRequest request, String error) {
    return invitations
        .open(caller(request), Map.of("token", filled.token()))
        .map(invitation -> Templates.form(Form.of(invitation, filled, error)))
        .onFailure()
        .recoverWithItem(failure -> withoutInvitation(failure, filled, error));
  }

  /** What was written is shown again unless the invitation has ended, whether or not it opens. */
  private Uni<TemplateInstance> instead(
      Throwable failure, Filled filled, HttpServerRequest request) {
    return switch (status(failure)) {
      case 404 -> Uni.createFrom().item(() -> closed(failure));
      case 400, 413 -> form(filled, request, "Please check your answer; it may be too long.");
      case 429 ->
          form(filled, request, "That was a bit fast. Please wait a moment and send again.");
      default -> {
        LOG.warnf("An answer could not be passed on: %s", failure.getClass().getName());
        yield form(
            filled, request, "It cannot be sent at the moment. Please try again in a minute.");
      }
    };
  }

  private static TemplateInstance withoutInvitation(
      Throwable failure, Filled filled, String error) {
    return filled.comments().isEmpty() || ended(failure)
        ? closed(failure)
        : Templates.unsent(filled, error);
  }

  private static boolean ended(Throwable failure) {
    return status(failure) == 404 || status(failure) == 400;
  }

  private static TemplateInstance closed(Throwable failure) {
    return ended(failure)
        ? Templates.closed(
            "This invitation is not open",
            "It has been answered, it has ended (after 14 days), or the link was cut off. If you"
                + " still have the e-mail, paste the whole link or the code after the # sign here.")
        : Templates.closed(
            "The invitation cannot be opened right now",
            "Nothing is used up by trying again in a minute.");
  }

  private static TemplateInstance thanks(Answered answered) {
    return answered.status().equals("DETAIL_REQUESTED")
        ? Templates.done(
            "Thank you",
            "Your feedback has been passed on. A candidate can do more with a little detail, so one"
                + " short e-mail will follow and ask for just this:",
            answered.questions())
        : Templates.done(
            "Thank you",
            "Your feedback has been passed on. It is more than most people ever hear after a"
                + " rejection.",
            List.of());
  }

  private static int status(Throwable failure) {
    return failure instanceof WebApplicationException answer ? answer.getResponse().getStatus() : 0;
  }

  private static String caller(HttpServerRequest request) {
    return request.remoteAddress().hostAddress();
  }
}
