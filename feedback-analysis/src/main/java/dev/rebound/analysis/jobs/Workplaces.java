package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.Posting.Sentence;
import dev.rebound.analysis.jobs.Workplace.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is the work done at the employer's, elsewhere, or both? */
final class Workplaces {

  private record Cue(Kind kind, Pattern pattern) {
    static Cue of(Kind kind, String... alternatives) {
      String regex = String.join("|", alternatives);
      return new Cue(kind, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }
  }

  private static final String LABEL =
      "\\b(?:locations?|workplace(?: type)?|work(?:ing)? (?:mode|model|style|type|setting|"
          + "arrangements?|pattern|location)|place of work|base|where|"
          + "arbeitsort)\\s*: [^.\\n]{0,40}?\\b";
  private static final String POST =
      "(?:role|position|job|post|vacancy|opportunity|internship|work)";
  private static final String IS = POST + " (?:is|will be|can be|may be)(?: \\p{L}+){0,3} ";
  private static final String OFFICE =
      "(?:the |our )?(?:\\p{L}+ )?(?:offices?|studio|hq|headquarters|lab|laborator(?:y|ies)|site|"
          + "workshop|clinic|hub)\\b";
  private static final String DAYS =
      "(?:(?:[1-4]|one|two|three|four)(?: ?(?:-|to|or) ?(?:[2-4]|two|three|four))?) days?";
  private static final String WEEKLY = "(?: ?(?:a|per|each|every|/) ?(?:week|month))?";

  /** In the order in which they count where a sentence says several. */
  private static final List<Cue> CUES =
      List.of(
          Cue.of(
              Kind.HYBRID,
              "\\bhybrid(?:[- ](?:remote|work\\w*|home|office|"
                  + POST
                  + "|model|policy|approach|schedule|pattern|basis|set-?up|manner|arrangements?|"
                  + "contract|\\d|two|three)|(?= ?[|)(])|(?= (?:[-–]|in) (?-i:\\p{Lu})))\\b(?! (?:cloud|environment|"
                  + "infrastructure))",
              LABEL + "hybrid\\b",
              "^hybrid\\.?$",
              "#LI-hybrid\\b",
              "\\b" + IS + "hybrid\\b",
              "\\b"
                  + DAYS
                  + WEEKLY
                  + " (?:\\p{L}+ )?(?:(?:in|at|from) (?:"
                  + OFFICE
                  + "|home)|on[- ]?site|remote(?:ly)?)\\b",
              "\\b" + DAYS + "'? (?:of )?(?:home[- ]?working|homeoffice|home office)",
              "\\b(?:office|home) " + DAYS + WEEKLY,
              "\\b(?:(?:from|at) home|home[- ]?working|remote(?:ly)?(?:[ -]work(?:ing)?)?)"
                  + "(?: for| on)?(?: up to)? "
                  + DAYS
                  + WEEKLY,
              "\\b(?:mix(?:ture)?|blend|combination|split)\\b.{0,40}\\b(?:home|"
                  + "remote\\w*)\\b.{0,30}\\b(?:office|site|client)",
              "\\b(?:mix(?:ture)?|blend|combination|split)\\b.{0,40}\\b(?:office|site|"
                  + "client).{0,30}\\b(?:home|remote\\w*)\\b",
              "\\b(?:partly|partially|part|semi)[- ]remote(?:ly)?\\b"),
          Cue.of(
              Kind.REMOTE,
              "\\b(?:fully|100 ?%|completely|entirely|mainly|mostly|primarily|permanently|"
                  + "largely)[ -]remote(?:ly)?\\b",
              "\\bremote[- ](?:first|only|based|"
                  + POST
                  + "s?(?!\\w)|working\\b(?! tools)|option|contract|possible|(?:within|from|"
                  + "anywhere|in)\\b|\\((?!control)|- )",
              "\\b(?:we|you|team|staff|role|able to|can|will|may|to)(?:'ll|"
                  + "'re)?(?: \\p{L}+){0,2} work(?:s|ing)?(?: \\p{L}+){0,2} (?:remotely|"
                  + "from home)\\b",
              "\\bwork(?:ing)? (?:\\p{L}+ ){0,2}from (?:home|anywhere)\\b",
              "\\bwork(?:ing)? (?:fully |100% |entirely )?remotely\\b",
              "\\bhome[- ]based\\b|\\bhome[- ]?working\\b|\\btelecommut\\w+|\\bteleworking\\b|"
                  + "\\bwfh\\b|\\bhome ?office (?:möglich|possible)",
              LABEL + "remote\\b(?! (?:control|access|support|site|area|communit))",
              "[(|,/-] ?remote\\b(?= ?(?:[)|,/-]|$))|^remote$|^remote(?= ?[(|,/-])",
              "\\b" + IS + "remote\\b(?! (?:control|access|support|site|area|communit))"),
          Cue.of(
              Kind.ONSITE,
              "\\b(?:fully|100 ?%|entirely|strictly|full[- ]time|exclusively) (?:on[- ]?site|"
                  + "office[- ]based|in[- ](?:office|person))\\b",
              "\\bon[- ]?site (?:"
                  + POST
                  + "\\b(?! (?:shop|experience))|only|working|presence|(?:5|five) days|every day|"
                  + "in (?-i:\\p{Lu}))",
              "\\b"
                  + IS
                  + "(?:on[- ]?site|office[- ]based|in[- ]person|in[- ]office|"
                  + "(?:based )?in the office)\\b",
              "\\b(?:office|site|ward|clinic|school|shop|store|workshop|branch|lab|hospital|"
                  + "depot|warehouse)[- ]based (?="
                  + POST
                  + ")",
              "^(?:office|site)[- ]based\\b",
              LABEL + "(?:on[- ]?site|in[- ]person|office[- ]based)\\b",
              "[(|,/-] ?on-?site\\b(?= ?(?:[)|,/-]|$))|^on-?site$",
              "\\b(?:five|5) days (?:a|per|each|every) week (?:in|at|from) " + OFFICE,
              "\\bevery (?:working )?day (?:in|at|from) " + OFFICE,
              "\\bin[- ](?:office|person) (?:" + POST + "|only)\\b",
              "\\b(?:must|will|you|to) (?:be |work )(?:full[- ]time )?on[- ]?site\\b"));

  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(?:no|not|\\p{L}+n't|cannot|non|without|never|unable to|kein\\w*|"
              + "unfortunately no)\\b[ -](?!only|just|merely)(?:[\\p{L}']+[ -]){0,3}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DENIED_AFTER =
      Pattern.compile(
          "^[^.,;]{0,25}\\b(?:is not|are not|\\p{L}+n't|cannot be|never|"
              + "not) (?:\\p{L}+ )?(?:possible|available|an option|offered|permitted|allowed|"
              + "suitable)",
          Pattern.CASE_INSENSITIVE);

  /** Others' work, former work and now and then are not where this work is done. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\b(?:colleagues|users|employees|teams|customers|clients|people|workers|students|"
              + "patients|experience (?:of|in|with)|occasional|occasionally|sometimes|some|"
              + "support(?:ing)?|manag(?:e|ing)|monitor(?:ing)?|"
              + "troubleshoot(?:ing)?) (?:\\p{L}+ ){0,2}$",
          Pattern.CASE_INSENSITIVE);

  /** Words of which every cue has one; most sentences have none, and need no closer look. */
  private static final Pattern MENTIONED =
      Pattern.compile(
          "remote|hybrid|site|office|home|telecommut|telework|person|based|wfh|day",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OR = Pattern.compile("\\bor\\b|/", Pattern.CASE_INSENSITIVE);

  private Workplaces() {}

  static List<Workplace> in(Posting posting) {
    Once<Kind, Workplace> found = new Once<>(Workplace::kind, Workplace::words);
    for (Sentence sentence : posting.sentences()) {
      if (!MENTIONED.matcher(sentence.text()).find()) {
        continue;
      }
      for (Cue cue : CUES) {
        Matcher said = cue.pattern.matcher(sentence.text());
        if (said.find() && add(posting, sentence, cue.kind, said, found)) {
          break;
        }
      }
    }
    return found.inOrder();
  }

  /** Whether the sentence has said what it has to say. */
  private static boolean add(
      Posting posting, Sentence sentence, Kind said, Matcher at, Once<Kind, Workplace> found) {
    String before = sentence.before(at.start());
    boolean denied =
        DENIED.matcher(before).find() || DENIED_AFTER.matcher(sentence.after(at.end())).find();
    if (Character.isLetter(at.group().charAt(0)) && ELSEWHERE.matcher(before).find()
        || denied && said != Kind.REMOTE) {
      return false;
    }
    // Who says that nobody works from elsewhere says where everybody works.
    Kind kind = denied ? Kind.ONSITE : said;
    found.add(new Workplace(kind, posting.words(sentence, at.start(), at.end())));
    return denied || !OR.matcher(sentence.text()).find();
  }
}
