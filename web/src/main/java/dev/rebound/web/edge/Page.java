package dev.rebound.web.edge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A page that says in a few words why the one that was asked for is not there.
 *
 * @param title a few words, also the page's title
 * @param text what happened and what to do
 * @param way where the one link leads
 * @param link what the link says
 */
public record Page(String title, String text, String way, String link) {

  /** Nothing is at this address. */
  public static final Page NOT_FOUND =
      new Page(
          "There is no such page",
          "The address may have been cut off or mistyped.",
          "/",
          "Go to the start");

  /** Keycloak refused, or the person did. */
  public static final Page SIGN_IN_FAILED =
      new Page(
          "Signing in did not work",
          "Nothing has been changed. You can simply try again: the page may have been open for too"
              + " long, or your browser does not keep cookies for this site.",
          "/login",
          "Try again");

  /** A form of another site. */
  public static final Page CROSS_SITE =
      new Page(
          "That did not come from here",
          "To be safe, this is only done from a page of Rebound.",
          "/",
          "Go to the start");

  /** Something is down. */
  public static final Page UNAVAILABLE =
      new Page(
          "Not possible right now",
          "A part of Rebound cannot be reached at the moment. Nothing is lost; please try again in a"
              + " minute.",
          "/",
          "Try again");

  /** Something is wrong here. */
  public static final Page BROKEN =
      new Page(
          "Something went wrong here",
          "It is not your doing, and what was saved before is still there. Please try again in a"
              + " minute.",
          "/",
          "Go to the start");

  @CheckedTemplate(basePath = "")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance message(Page page);
  }

  /** The page as an answer. */
  public static Response answer(Response.Status status, Page page) {
    return Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(page.html()).build();
  }

  /** The page as HTML. */
  public String html() {
    return Templates.message(this).render();
  }
}
