package dev.rebound.analysis.jobs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the headings of job postings, on lines of their own and lost in the middle of a line. */
final class Headings {

  /** Marks a heading in prepared text. */
  static final String MARK = "# ";

  private static final int MOST_WORDS = 9;
  private static final int SHORTEST_CAPITALS = 8;

  private static final Pattern BENEFIT =
      Pattern.compile(
          "\\b(benefits?|perks|(?:what )?we offer|our offer|in it for you|you(?:'ll| will) get|"
              + "compensation|salary|remuneration|rewards?|why (?:join|work|us|you)|"
              + "wir bieten)\\b");
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "\\b(qualifications?|requirements?|required|experience|skills?|competenc(?:y|ies)|"
              + "education|"
              + "abilities|attributes|looking for|we look for|who you are|about you|"
              + "your (?:profile|background)|you(?:'ll)? (?:have|bring|need|are)|you (?:will|"
              + "should|must) (?:have|need|be)|"
              + "must haves?|nice to haves?|ideal candidate|person specification|bonus points|"
              + "desirable|criteria|anforderungen|(?:dein|ihr) profil|profile)\\b");
  private static final Pattern RESPONSIBILITY =
      Pattern.compile(
          "\\b(responsibilit(?:y|ies)|duties|functions?|tasks?|accountabilities|"
              + "you(?:'ll| will)(?: \\w+){0,3}|you(?:'re| are) going to|(?:the|your|this) role|"
              + "your (?:mission|impact|work|day)|typical day|day[- ]to[- ]day|the job|"
              + "scope of work|"
              + "typically|aufgaben)\\b");
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(about (?:us|the (?:company|team|business))|company|who we are|our \\w+|how to apply|"
              + "equal opportunity|additional information|location|contact|process|overview|"
              + "summary|disclaimer|diversity|inclusion)\\b");

  private static final String NOUN =
      "(?:responsibilities|duties|functions|tasks|accountabilities|qualifications|requirements|"
          + "skills|"
          + "abilities|experience|competencies|education|knowledge|benefits|perks|compensation|"
          + "description|descriptions|summary|overview|purpose|profile)";
  private static final String BEFORE =
      "(?:summary of|key|main|core|primary|principal|essential|major|general|job|role|position|"
          + "intern|"
          + "other|required|preferred|minimum|basic|desired|desirable|additional|technical|"
          + "company)";

  /** A known heading somewhere in a line; whether it is one there, its surroundings tell. */
  private static final Pattern INLINE =
      Pattern.compile(
          "(?:(?:"
              + BEFORE
              + "[ /]{1,2}){0,3}"
              + NOUN
              + "(?:(?:, | ?& ?| ?/ ?| and |, and )"
              + NOUN
              + "){0,3}(?: required| preferred)?"
              + "|what you(?:['’]ll| will) (?:do|be doing|bring|need|get)|"
              + "what we(?:['’]re)? (?:offer|look(?:ing)? for)"
              + "|about (?:you|us|the (?:role|job|team|company))|who (?:you|we) are|nice to have|"
              + "must have"
              + "|why join us|how to apply)",
          Pattern.CASE_INSENSITIVE);

  private Headings() {}

  /** What the items below a heading are about, where the heading tells. */
  static Optional<ComponentKind> kindOf(String heading) {
    String words = heading.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (BENEFIT.matcher(words).find()) {
      return Optional.of(ComponentKind.BENEFIT);
    }
    if (REQUIREMENT.matcher(words).find()) {
      return Optional.of(ComponentKind.REQUIREMENT);
    }
    if (RESPONSIBILITY.matcher(words).find()) {
      return Optional.of(ComponentKind.RESPONSIBILITY);
    }
    return OTHER.matcher(words).find() ? Optional.of(ComponentKind.OTHER) : Optional.empty();
  }

  /** Whether a line that carries no mark is a heading by its form. */
  static boolean isHeading(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.split("\\s+").length > MOST_WORDS) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if (last == ':') {
      return true;
    }
    if (".!?;,".indexOf(last) >= 0 && last != '?') {
      return false;
    }
    return allCapitals(text)
        || last == '?' && kindOf(text).isPresent()
        || INLINE.matcher(text).matches() && Character.isUpperCase(text.charAt(0));
  }

  /** Whether a line can be the heading of the list that begins right below it. */
  static boolean leads(String line) {
    return line.split("\\s+").length <= MOST_WORDS
        && Character.isUpperCase(line.charAt(0))
        && ".!;,".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  /** Gives every known heading inside a line a marked line of its own. */
  static String onLinesOfTheirOwn(String line) {
    Matcher heading = INLINE.matcher(line);
    StringBuilder lines = new StringBuilder();
    int from = 0;
    while (heading.find()) {
      int colon = colonAfter(line, heading.end());
      boolean heads =
          Character.isUpperCase(line.charAt(heading.start()))
              && standsAlone(line, heading.start())
              && (colon >= 0 || headsWithoutColon(line, heading));
      if (heads) {
        lines.append(line, from, heading.start());
        lines.append('\n').append(MARK).append(heading.group()).append('\n');
        from = colon >= 0 ? colon + 1 : heading.end();
      }
    }
    return lines.append(line, from, line.length()).toString();
  }

  private static boolean headsWithoutColon(String line, Matcher heading) {
    String text = heading.group();
    boolean titled =
        text.contains(" ")
            && Pattern.compile("\\s+")
                .splitAsStream(text)
                .allMatch(word -> word.length() < 4 || !Character.isLowerCase(word.charAt(0)));
    boolean loud = allCapitals(text) && text.length() >= SHORTEST_CAPITALS;
    return (loud || titled && endsASentence(line, heading.start()))
        && line.substring(heading.end()).matches("(?s)\\s{0,3}[\\p{Lu}\\d•*(].*");
  }

  private static int colonAfter(String line, int end) {
    int at = end;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at < line.length() && line.charAt(at) == ':' ? at : -1;
  }

  private static boolean standsAlone(String line, int start) {
    return start == 0 || !Character.isLetterOrDigit(line.charAt(start - 1));
  }

  private static boolean endsASentence(String line, int start) {
    String before = line.substring(Math.max(0, start - 4), start).stripTrailing();
    return before.isEmpty() || ".!?:;)»\"".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static boolean allCapitals(String text) {
    return text.chars().noneMatch(Character::isLowerCase)
        && text.chars().filter(Character::isUpperCase).count() >= 5;
  }
}
