package dev.rebound.web.forwarding;

import java.util.List;
import java.util.Optional;

/** The services behind this origin, and which paths of the API each of them owns. */
enum Service {
  APPLICATION,
  FEEDBACK,
  INSIGHTS;

  /** What all forwarded paths begin with. */
  static final String PREFIX = "/api/v1/";

  /**
   * The owner of a path.
   *
   * @param path as it stands in the request line
   * @return empty when nobody owns it, which is the case unless the table below says otherwise
   */
  static Optional<Service> owning(String path) {
    if (!path.startsWith(PREFIX)) {
      return Optional.empty();
    }
    List<String> segments = List.of(path.substring(PREFIX.length()).split("/", -1));
    return Optional.ofNullable(
        switch (segments.getFirst()) {
          case "applications", "me", "import", "export" -> APPLICATION;
          case "boards" -> owningBoards(segments);
          case "feedback-requests", "invitations", "feedback" -> FEEDBACK;
          case "insights",
              "growth-plan",
              "growth-plan.ics",
              "preparation",
              "search-refinements",
              "search-profile" ->
              INSIGHTS;
          default -> null;
        });
  }

  private static Service owningBoards(List<String> segments) {
    boolean insights = is(segments, 2, "feedback-quality") || isMatches(segments);
    return insights ? INSIGHTS : APPLICATION;
  }

  /** A board's candidate is erased where what waits for them is; postings are matched elsewhere. */
  private static boolean isMatches(List<String> segments) {
    return is(segments, 2, "candidates") && is(segments, 4, "matches");
  }

  private static boolean is(List<String> segments, int index, String name) {
    return segments.size() > index && segments.get(index).equals(name);
  }

  /**
   * Whether the path is for people without an account: no session goes with it, so that one that
   * has ended cannot get in the way either.
   */
  static boolean withoutSession(String path) {
    return path.startsWith(PREFIX + "invitations/");
  }
}
