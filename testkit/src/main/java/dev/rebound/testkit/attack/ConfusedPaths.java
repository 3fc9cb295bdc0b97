package dev.rebound.testkit.attack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ways to write a path that one reader takes for it and another does not. */
final class ConfusedPaths {

  /** What may stand in the place of a slash, or beside it. */
  private static final List<String> SLASHES =
      List.of(
          "//", "/./", "/%2e/", "/x/../", "/x/%2e%2e/", "/x/.%2e/", "/x/..;/", "/;/", "/;a=b/", "%2F",
          "%2f", "%252F", "\\", "%5C", "%5c", "/\\", "%c0%af", "%ef%bc%8f", "/%20/", "/%00/", "/%09/");

  private static final List<String> ENDS =
      List.of(
          "/", "//", "/.", "/..", "/%2e", ";", ";a=b", ";.json", "%3B", "%3b.json", ".json", ".html",
          "%20", "%09", "%00", "%00.json", "%0d%0a", "%23", "%3F", "%3Fa=b", "?", "??", "?;", "/*",
          "/..;/", "%2F", "%5C", "\\", "~", "%2F..%2F");

  private static final List<String> BEGINNINGS =
      List.of("/", "/.", "/;", "/%2e", "/x/..", "/q/..", "/q/health/..", "/q/..;", "/dev/..", "\\");

  private ConfusedPaths() {}

  /** Everything that a path can be written as; the path itself is not among it. */
  static Set<String> of(String path, String authority) {
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
