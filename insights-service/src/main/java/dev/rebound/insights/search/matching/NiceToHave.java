package dev.rebound.insights.search.matching;

import java.util.regex.Pattern;

/**
 * Whether a posting only wishes for what it names, or says that it is not needed: by the words
 * beside the name, or the heading above it. Where neither clearly says so, it is asked for.
 */
final class NiceToHave {

  private static final String NEEDED =
      "\\b(?:requir(?:ed?|es|ing|ements?)|must|mandatory|essential|necessary|needed|needs?"
          + "|prerequisites?|muss|erforderlich|notwendig|zwingend|voraussetzung)\\b";

  private static final String NOT_NEEDED =
      "(?:\\bnot?|n['’]t|\\bnicht|\\bkein\\w*)\\s+"
          + "(?:(?:an?|longer|strictly|absolute(?:ly)?|really|formally|hard|zwingend)\\s+){0,2}"
          + "(?:required?|requirement|must|mandatory|essential|necessary|needed|expected"
          + "|prerequisite|muss|erforderlich|notwendig|nötig|voraussetzung)\\b";

  private static final String A_WISH =
      "\\b(?:a\\s+(?:\\p{L}+\\s+)?plus|ein\\s+plus|nice[\\s-]to[\\s-]have"
          + "|an?\\s+(?:\\p{L}+\\s+)?(?:advantage|asset)"
          + "|bonus\\s+points?|(?:is|are|be|as)\\s+an?\\s+(?:\\p{L}+\\s+)?(?:bonus|benefit)"
          + "|von\\s+vorteil)\\b";

  /** Of whatever they stand beside: "fluent German to welcome guests" wishes for nothing. */
  private static final String WISHED_FOR =
      "\\b(?:advantageous|beneficial|optional|desir(?:able|ed)|prefer(?:red|able)|welcomed?"
          + "|appreciated|helpful|wünschenswert)\\b";

  private static final String WISHED = "(?:" + A_WISH + "|" + WISHED_FOR + ")";

  /** What may stand between the name and an adjective that is of it. */
  private static final String OF_IT =
      "(?:[\\s(,–/-]+|(?:kenntnisse|is|are|be|would|will|considered|also|highly|very|strongly|much"
          + "|skills?|knowledge|level|[abc][12]|speakers?|speaking|fluency|proficiency|languages?"
          + "|sind|ist|wären?|(?:and|or|und|oder)\\s+\\p{L}+)\\b|,\\s*\\p{L}+(?=\\s*(?:,|and\\b|or\\b"
          + "|und\\b|oder\\b))){0,14}?";

  /** These say it of what comes after them. */
  private static final String WISHED_NEXT = "(?:" + WISHED + "|\\b(?:ideally|preferably)\\b)";

  private static final String SAME_CLAUSE = "[^.;!?\\n,]";

  /** A comma that begins no other clause: before the wish itself, or in a list. */
  private static final String COMMA =
      ",(?=[\\s(–-]*(?:"
          + NOT_NEEDED
          + "|"
          + WISHED
          + "|(?:al)?though\\b|while\\b|but\\s+not\\b"
          + "|\\p{L}+\\s*(?:,\\s*\\p{L}+\\s*){0,4},?\\s*\\b(?:and|or|und|oder)\\s))";

  /** What begins to speak of something else, or says the contrary. */
  private static final String STOP =
      NEEDED
          + "|\\bbut\\b(?!\\s+not)|\\bnot\\s+(?:just|only|merely|optional)\\b|\\band\\s+"
          + WISHED;

  private static final Pattern WISHED_AFTER =
      pattern(
          "(?:(?!"
              + STOP
              + ")(?:"
              + SAME_CLAUSE
              + "|"
              + COMMA
              + ")){0,80}?(?:"
              + NOT_NEEDED
              + "|"
              + A_WISH
              + ")|"
              + OF_IT
              + WISHED_FOR);

  private static final Pattern NEEDED_AFTER = pattern(SAME_CLAUSE + "{0,40}?" + NEEDED);

  /** What may stand between a no or a wish and the name. */
  private static final String BETWEEN =
      "(?:(?:an?|any|prior|for|of|in|to|if|when|you|can|could|also|are|have|bring|speak\\w*|know"
          + "|knowledge|command|skills?|fluen(?:t|cy|tly)|native|bilingual|proficien\\w*|written"
          + "|spoken|good|very|basic|advanced|conversational|languages?"
          + "|\\p{L}+,?\\s+(?:or|nor|and))[\\s(/-]+){0,6}";

  private static final Pattern DENIED_BEFORE =
      pattern(
          "(?:(?:\\bno|\\bkeine?\\w{0,2}|\\b(?:even|also)\\s+without)\\s+(?:need\\s+)?"
              + "|(?:\\bnot|n['’]t)\\s+(?:have|need|required?|expect(?:ed)?|necessary|mandatory)\\s+)"
              + BETWEEN
              + "$");

  private static final Pattern WISHED_BEFORE =
      pattern(WISHED_NEXT + "(?:\\s*:[^.;!?\\n]*|[\\s(–-]+" + BETWEEN + ")$");

  private static final Pattern ANY_NEEDED = pattern(NEEDED);
  private static final Pattern ANY_NOT_NEEDED = pattern(NOT_NEEDED);
  private static final Pattern ANY_WISHED =
      pattern(WISHED_NEXT + "|^\\W*(?:plus(?:es)?|bonus|optional)\\W*$");
  private static final Pattern LIST_ITEM = Pattern.compile("\\s*(?:[-*•·–+]|\\d+[.)])\\s.*");
  private static final String SENTENCE_ENDS = ".;!?\n";
  private static final int LONGEST_HEADING = 60;

  /** How many characters back it is looked for what a name belongs to, in its sentence. */
  private static final int FAR = 200;

  /** The same for the heading above it. */
  private static final int FAR_ABOVE = 2_000;

  private NiceToHave() {}

  /**
   * Whether what a text names is not needed.
   *
   * @param start where the name begins in the text
   * @param end where it ends
   */
  static boolean saysSo(String text, int start, int end) {
    String before = sentenceBefore(text, start);
    if (DENIED_BEFORE.matcher(before).find()
        || WISHED_AFTER.matcher(text).region(end, text.length()).lookingAt()) {
      return true;
    }
    boolean needed = NEEDED_AFTER.matcher(text).region(end, text.length()).lookingAt();
    return !needed && (WISHED_BEFORE.matcher(before).find() || isBelowSuchAHeading(text, start));
  }

  private static String sentenceBefore(String text, int start) {
    int from = start;
    int least = Math.max(0, start - FAR);
    while (from > least && SENTENCE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return text.substring(from, start);
  }

  /**
   * Goes up the lines to the heading, which ends with a colon or stands above a list; behind an
   * empty line only the next one may be it.
   */
  private static boolean isBelowSuchAHeading(String text, int start) {
    String[] lines = text.substring(Math.max(0, start - FAR_ABOVE), start).split("\\n", -1);
    int at = lines.length - 1;
    boolean inList = LIST_ITEM.matcher(lines[at] + " .").matches();
    boolean passedEmptyLine = false;
    while (--at >= 0) {
      String line = lines[at].strip();
      if (line.endsWith(":") || inList && !line.isEmpty() && !LIST_ITEM.matcher(line).matches()) {
        return isWish(line);
      }
      if (passedEmptyLine) {
        return false;
      }
      passedEmptyLine = line.isEmpty();
    }
    return false;
  }

  private static boolean isWish(String heading) {
    String rest = ANY_NOT_NEEDED.matcher(heading).replaceAll("");
    boolean wish = !rest.equals(heading) || ANY_WISHED.matcher(rest).find();
    return wish && heading.length() <= LONGEST_HEADING && !ANY_NEEDED.matcher(rest).find();
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
