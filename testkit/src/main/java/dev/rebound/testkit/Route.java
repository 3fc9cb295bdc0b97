package dev.rebound.testkit;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@link RouteTable}.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param roles who may call it; none where no account is needed
 */
public record Route(String method, String path, Set<String> roles) {

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  /** Whether it is for people without an account. */
  public boolean isOpen() {
    return roles.isEmpty();
  }

  /** Whether it can carry a body. */
  public boolean takesBody() {
    return !method.equals("GET") && !method.equals("DELETE");
  }

  /** The path up to each of its parameters and including it, in order. */
  public List<String> prefixes() {
    return PARAMETER.matcher(path).results().map(MatchResult::end).map(this::upTo).toList();
  }

  private String upTo(int end) {
    return path.substring(0, end);
  }

  /**
   * The path with values in the place of its parameters.
   *
   * @param value of the parameter that a prefix ends with
   */
  public String with(UnaryOperator<String> value) {
    Matcher parameters = PARAMETER.matcher(path);
    return parameters.replaceAll(found -> Matcher.quoteReplacement(value.apply(upTo(found.end()))));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
