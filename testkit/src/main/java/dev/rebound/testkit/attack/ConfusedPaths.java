package dev.rebound.testkit.attack;

import dev.rebound.testkit.Route;
import dev.rebound.testkit.attack.RawHttp.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ways to write a path that one reader takes for it and another does not: none opens anything. */
public final class ConfusedPaths {

  private static final int REFUSED = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_FAULT = 500;

  /** What may stand in the place of a slash, or beside it. */
  private static final List<String> SLASHES =
      List.of(
          "//",
          "/./",
          "/%2e/",
          "/x/../",
          "/x/%2e%2e/",
          "/x/.%2e/",
          "/x/..;/",
          "/;/",
          "/;a=b/",
          "%2F",
          "%2f",
          "%252F",
          "\\",
          "%5C",
          "%5c",
          "/\\",
          "%c0%af",
          "%ef%bc%8f",
          "/%20/",
          "/%00/",
          "/%09/");

  private static final List<String> ENDS =
      List.of(
          "/",
          "//",
          "/.",
          "/..",
          "/%2e",
          ";",
          ";a=b",
          ";.json",
          "%3B",
          "%3b.json",
          ".json",
          ".html",
          "%20",
          "%09",
          "%00",
          "%00.json",
          "%0d%0a",
          "%23",
          "%3F",
          "%3Fa=b",
          "?",
          "??",
          "?;",
          "/*",
          "/..;/",
          "%2F",
          "%5C",
          "\\",
          "~",
          "%2F..%2F");

  private static final List<String> BEGINNINGS =
      List.of("/", "/.", "/;", "/%2e", "/x/..", "/q/..", "/q/health/..", "/q/..;", "/dev/..", "\\");

  private final Target target;

  /** On this service. */
  public ConfusedPaths(Target target) {
    this.target = target;
  }

  private record Shot(Route route, String who, String path, @Nullable String token) {}

  /**
   * However a path is written, it opens nothing: without a token, and with that of a role that may
   * not, no variant is answered with anything but a refusal.
   *
   * @return how many requests there were
   */
  public int openNothing() {
    List<Shot> shots = new ArrayList<>();
    for (Route route : target.closed()) {
      String stranger = target.token(Target.stranger(route));
      for (String variant : of(Target.somewhere(route), target.authority())) {
        shots.add(new Shot(route, "without a token", variant, null));
        shots.add(new Shot(route, "with another role", variant, stranger));
      }
    }
    return Volley.fire("S3 confused paths, " + target.name(), shots, this::breach);
  }

  private Optional<String> breach(Shot shot) {
    Answer answer =
        target.send(shot.route().method(), shot.path(), shot.token(), target.least(shot.route()));
    // Who has no token is not told that they may not, and who has one is not told that it does not
    // hold.
    int another = shot.token() == null ? FORBIDDEN : UNAUTHORIZED;
    boolean refused =
        answer.status() >= REFUSED && answer.status() < SERVER_FAULT && answer.status() != another;
    return refused || answer.status() == Answer.NONE
        ? Optional.empty()
        : Optional.of(
            "%s, %s: %s answered %d"
                .formatted(shot.route(), shot.who(), shot.path(), answer.status()));
  }

  /** Everything that a path can be written as; the path itself is not among it. */
  private static Set<String> of(String path, String authority) {
    Set<String> variants = new LinkedHashSet<>();
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      for (String other : SLASHES) {
        variants.add(path.substring(0, slash) + other + path.substring(slash + 1));
      }
    }
    ENDS.forEach(end -> variants.add(path + end));
    BEGINNINGS.forEach(beginning -> variants.add(beginning + path));
    variants.addAll(otherLetters(path));
    variants.add("http://" + authority + path);
    variants.add("http://elsewhere.example" + path);
    variants.remove(path);
    return variants;
  }

  private static List<String> otherLetters(String path) {
    List<String> variants = new ArrayList<>();
    variants.add(path.toUpperCase(Locale.ROOT));
    String[] segments = path.substring(1).split("/");
    for (int i = 0; i < segments.length; i++) {
      String[] others = segments.clone();
      others[i] = segments[i].toUpperCase(Locale.ROOT);
      variants.add("/" + String.join("/", others));
      others[i] = encoded(segments[i].charAt(0)) + segments[i].substring(1);
      variants.add("/" + String.join("/", others));
      others[i] = "%25" + encoded(segments[i].charAt(0)).substring(1) + segments[i].substring(1);
      variants.add("/" + String.join("/", others));
    }
    return variants;
  }

  private static String encoded(char letter) {
    return "%%%02x".formatted((int) letter);
  }
}
