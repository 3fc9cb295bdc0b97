package dev.rebound.web.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The invitation page, the same for everybody. */
@Path("/f")
public class InvitationResource {

  @CheckedTemplate(basePath = "")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance invitation();
  }

  /** The page; opening it uses nothing up. */
  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance page() {
    return Templates.invitation();
  }
}
