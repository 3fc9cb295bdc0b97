package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.Posting.Sentence;
import dev.rebound.analysis.jobs.SpokenLanguage.Need;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which human languages does the job ask for? A language counts where the words around it speak of
 * knowing it; a subject to teach, a market, a kitchen or a programming language does not.
 */
final class Languages {

  private static final String NAME = LanguageNames.ANY;

  /** Said behind a language, as in 'German (B2)'. */
  private static final String ASIDE = "(?: ?\\([^()]{1,30}\\))?";

  /** The same within a list, unless it says whether one of the list is needed. */
  private static final String LEVEL =
      "(?: ?\\((?![^()]{0,30}(?:plus|nice|desir|prefer|bonus|advantage|asset|optional|requir|"
          + "must|essential|mandatory|vorteil))[^()]{1,30}\\))?";

  /** Several languages in one breath: 'French, German or (some) Italian'. */
  private static final Pattern GROUP =
      Pattern.compile(
          "\\b"
              + NAME
              + "(?:"
              + LEVEL
              + "(?:, ?(?:and|or)?|/| ?&| and| or|-? und|-? oder| and/or| plus) ?(?:either )?"
              + NAME
              + "){0,7}",
          Pattern.CASE_INSENSITIVE);

  /** Between the languages of a list of which each has its own need: ' (required), '. */
  private static final Pattern NEXT =
      Pattern.compile("^ ?\\([^()]{1,30}\\),? ?(?:(?:and|or|&|und|oder) )?$");

  private static final Pattern ONE = Pattern.compile("\\b" + NAME, Pattern.CASE_INSENSITIVE);

  private static final String HOW_WELL =
      "fluent|fluency|proficien(?:t|cy)|conversant|native(?:[- ]level)?|bilingual|trilingual|"
          + "literate|conversational|command|knowledge|mother tongue|fließend\\w*|"
          + "verhandlungssicher\\w*";
  private static final String LINKS =
      "(?:[ :(-]+(?:in|of|at|with|level|both|either|and|or|the|written|spoken|verbal|oral|"
          + "reading|writing|speaking|business|professional|conversational|working|least|"
          + "communication|skills|english and|a|second|native|near-native|fluent|"
          + "full)){0,6}[ :(]+$";

  private static final Pattern KNOWN_BEFORE =
      Pattern.compile(
          "\\b(?:"
              + HOW_WELL
              + ")"
              + LINKS
              + "|\\b(?:speak(?:s|ing)?|spoken|written|writing|write|verbal|oral|read|"
              + "understand)(?:,? (?:and|or|&|to|in|both|spoken|written|verbal|read|write|speak|"
              + "understand|good|clear|fluent)){0,6} $|"
              + "(?<!programming )(?<!scripting )(?<!query )\\blanguages?(?: skills| required|"
              + " requirements?)?\\s?: ?(?:[^.:]{1,30}[,(] ?)?$|\\b(?:working|company|team|"
              + "office|everyday|business) language(?: here)? is $|"
              + "\\bcommunicat\\w+(?:[ ,-]+\\p{L}+){0,9}[ ,-]+in $",
          Pattern.CASE_INSENSITIVE);

  /** 'Good English.' says it only where no other thing follows: 'good English pubs'. */
  private static final Pattern GOOD_BEFORE =
      Pattern.compile(
          "\\b(?:good|excellent|strong|perfect|solid|basic|intermediate|advanced|professional|"
              + "business(?:[- ]level)?|working|some|clear|gutes?|sehr gutes?|level(?: in)?|"
              + "qualified in|using|sign) $",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTHING_AFTER =
      Pattern.compile(
          "^" + ASIDE + "\\s*(?:$|[.,;:)/]|(?:and|or|is|are|would|but|at|in|both|to|as well)\\b)");

  private static final Pattern KNOWN_AFTER =
      Pattern.compile(
          "^(?:(?: language)? (?:skills?|fluency|proficiency|knowledge|speakers?|"
              + "speaking)\\b(?! (?:clients|customers|countries|markets?|communit|patients|"
              + "famil))|-speaking (?!clients|customers|countr|market|communit|patients|famil|"
              + "region|world|child|audience|parents|residents|users|guests)|"
              + "(?:sprach)?kenntnisse| in wort und schrift|[ ,:(-]+(?:at )?(?:level |"
              + "niveau )?[ABC][12]\\b|[ ]?[:(-][ ]?(?:fluen\\w+|native|mother tongue|business|"
              + "conversational|professional|advanced|intermediate|basic|good|required|preferred|"
              + "desirable|fließend|essential|muttersprach\\w+)|(?: language)?(?:,? (?:is|are|"
              + "would be|being))?(?: an?| both)?(?: strictly| absolutely| highly| strongly|"
              + " strong| very| definite| big| distinct)? (?:required|essential|mandatory|must|"
              + "necessary|needed|compulsory|preferred|desirable|desired|plus|bonus|advantage|"
              + "asset|nice|useful|helpful|beneficial|welcome|preferable|von vorteil|"
              + "erforderlich)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** 'Knowledge of German tax law' is no knowledge of German. */
  private static final Pattern FIELD_AFTER =
      Pattern.compile(
          "^(?: (?!(?:and|or|for|in|at|to|as|is|of|on|with|plus|but|required|preferred)\\b)"
              + "\\p{L}+)? (?:laws?|tax|markets?|accounting|employment|labou?r|regulat\\w+|"
              + "legislation|standards?|gaap|culture|cuisine|industry|payroll|history)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What a language is called fluent, good and so on by; it is asked for then. */
  private static final String QUALITY =
      "\\b(?:fluen|proficien|excellent|good|strong|spoken|written|native)";

  /** A 'no' ends where something else begins: 'no experience needed, fluent English'. */
  private static final Pattern NOT_NEEDED_BEFORE =
      Pattern.compile(
          "\\b(?:no|not|without|don't|doesn't|needn't|never|kein\\w*)\\b"
              + "(?=(?:(?!\\bbut\\b)[^.;:]){0,30}$)"
              + "(?![^.;:]*(?:\\b(?:needed|required|necessary|essential)\\)?,|,[^.;:]*"
              + QUALITY
              + "))",
          Pattern.CASE_INSENSITIVE);

  /** A subject of school, unless it goes on with how well a language is spoken. */
  private static final Pattern SUBJECT_BEFORE =
      Pattern.compile(
          "\\b(?:gcses?|a[- ]levels?|degree|teach(?:ing|es)?|literature|lessons|tutor\\w*|"
              + "studied|curriculum)\\b(?=[^.;:]{0,30}$)(?![^.;:]*"
              + QUALITY
              + ")",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_NEEDED_AFTER =
      Pattern.compile(
          "^[^.,;]{0,25}(?:\\b(?:not|never)|n't) (?:\\p{L}+ )?(?:required|needed|necessary|"
              + "essential|expected|a must|matter)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SUBJECT_AFTER =
      Pattern.compile(
          "^(?: (?:and|&) math|,? math| language (?:arts|"
              + "teach|learn|lesson|course|school|test|department|literature|support|assistant|"
              + "newspaper|content|media|cent|model|process))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WISH =
      Pattern.compile(
          "\\b(?:plus|bonus|advantage\\w*|assets?|nice[- ]to[- ]haves?|desir\\w+|prefer\\w*|"
              + "ideally|beneficial|helpful|useful|welcome|(?:von )?vorteil|wünschenswert|"
              + "optional|appreciated)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEMAND =
      Pattern.compile(
          "\\b(?:required|essential|mandatory|must|necessary|needed|compulsory|erforderlich)\\b",
          Pattern.CASE_INSENSITIVE);

  private Languages() {}

  static List<SpokenLanguage> in(Posting posting) {
    Once<String, SpokenLanguage> found =
        new Once<>(SpokenLanguage::language, SpokenLanguage::words);
    for (Sentence sentence : posting.sentences()) {
      Matcher group = GROUP.matcher(sentence.text());
      int from = 0;
      boolean asked = false;
      while (group.find()) {
        String between = sentence.text().substring(from, group.start());
        Words words = asked(posting, sentence, group, asked && NEXT.matcher(between).find());
        asked = words != null;
        if (words != null) {
          Need need = need(sentence, from, group);
          ONE.matcher(group.group())
              .results()
              .map(one -> new SpokenLanguage(LanguageNames.english(one.group()), need, words))
              .forEach(found::add);
        }
        from = group.end();
      }
    }
    return found.inOrder();
  }

  /**
   * The words that ask for these languages, or null where none do.
   *
   * @param listed whether they are of a list of which the one before was asked for
   */
  private static @Nullable Words asked(
      Posting posting, Sentence sentence, Matcher group, boolean listed) {
    String said = sentence.before(group.start());
    String after = sentence.after(group.end());
    Matcher before = KNOWN_BEFORE.matcher(said);
    Matcher good = GOOD_BEFORE.matcher(said);
    Matcher behind = KNOWN_AFTER.matcher(after);
    if (isNotAskedFor(group.group(), said, after)) {
      return null;
    }
    boolean isGood = good.find() && NOTHING_AFTER.matcher(after).find();
    boolean isKnown = before.find() && !FIELD_AFTER.matcher(after).find();
    if (!behind.find()) {
      behind = null;
    }
    boolean isNamed = listed || isItemOfItsOwn(sentence, group);
    if (!isGood && !isKnown && behind == null && !isNamed) {
      return null;
    }
    int start = isKnown ? before.start() : isGood ? good.start() : said.length();
    return posting.words(
        sentence,
        group.start() - said.length() + start,
        group.end() + (behind == null ? 0 : behind.end()));
  }

  private static boolean isNotAskedFor(String group, String said, String after) {
    return group.equals("polish")
        || NOT_NEEDED_BEFORE.matcher(said).find()
        || SUBJECT_BEFORE.matcher(said).find()
        || SUBJECT_AFTER.matcher(after).find()
        || isNotNeeded(after);
  }

  /**
   * 'A plus but not required' asks for it after all; what is a plus behind that is another thing.
   */
  private static boolean isNotNeeded(String after) {
    Matcher denied = NOT_NEEDED_AFTER.matcher(after);
    return denied.find() && !WISH.matcher(after.substring(0, denied.end())).find();
  }

  /** An item that is no more than a language, below a heading that asks for something. */
  private static boolean isItemOfItsOwn(Sentence sentence, Matcher group) {
    return group.group().length() == sentence.text().length()
        && Headings.kindOf(sentence.heading()).equals(Optional.of(ComponentKind.REQUIREMENT));
  }

  /** What follows a language speaks of it before what precedes it does, and the heading last. */
  private static Need need(Sentence sentence, int from, Matcher group) {
    String after = upToNext(sentence.after(group.end()));
    String before = sentence.text().substring(from, group.start());
    return Stream.of(after, before, sentence.heading())
        .filter(words -> WISH.matcher(words).find() || DEMAND.matcher(words).find())
        .findFirst()
        .filter(words -> WISH.matcher(words).find())
        .map(_ -> Need.WISHED)
        .orElse(Need.REQUIRED);
  }

  private static String upToNext(String after) {
    Matcher next = GROUP.matcher(after);
    return next.find() ? after.substring(0, next.start()) : after;
  }
}
