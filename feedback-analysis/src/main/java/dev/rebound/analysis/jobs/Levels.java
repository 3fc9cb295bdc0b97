package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.Posting.Sentence;
import dev.rebound.analysis.jobs.Titles.Title;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How far up is the job? Asks its title first, then what is said outright. */
final class Levels {

  private record Cue(Level level, Pattern pattern) {
    static Cue of(Level level, String regex) {
      return new Cue(level, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }
  }

  /** Managers of things, who may have nobody to manage. */
  private static final String OF_THINGS =
      "(?<!\\b(?:product|project|account|case|program|programme|delivery|community|content|"
          + "relationship|success|property|event|events|bid|contract|proposal|care|release|"
          + "campaign) )";

  private static final String LABEL =
      "\\b(?:seniority|(?:career|job|experience|seniority|position|role) level|level|"
          + "karrierestufe)(?: level)?\\s*: *\\b";
  private static final String POST =
      " (?:role|position|job|post|vacancy|opportunity|hire|appointment)\\b";

  /** Words of a title that say how far up the job is among jobs of its kind. */
  private static final List<Cue> RANKS =
      List.of(
          Cue.of(
              Level.INTERN,
              "\\b(?:intern(?:ship)?s?(?! (?:program\\w* )?(?:manager|coordinator|recruit))|"
                  + "(?:placement|working) students?|werkstudent\\w*|praktik(?:um|ant\\w*))\\b"),
          Cue.of(
              Level.ENTRY,
              "\\b(?:apprentice(?:ship)?s?|trainees?|graduates?(?! (?:degree|school|stud|intern|"
                  + "program\\w* (?:manager|lead)))|entry[- ]level|newly[- ]qualified|"
                  + "school leavers?|azubis?|auszubildende\\w*)\\b"),
          Cue.of(
              Level.JUNIOR,
              "\\b(?:junior(?! (?:school|high|year|or senior|doctors' mess))|jr\\b\\.?|"
                  + "associate(?= (?:\\p{L}+ ){0,2}(?:engineer|developer|designer|analyst|"
                  + "consultant|scientist|researcher|editor|manager|architect|planner|producer|"
                  + "recruiter)))"),
          Cue.of(
              Level.MID,
              "\\b(?:mid(?:dle)?[- ]?(?:level|weight|senior)|mid(?= (?-i:\\p{Lu}))|"
                  + "intermediate)\\b"),
          Cue.of(
              Level.SENIOR,
              "\\b(?<!mid-)(?:senior(?! (?:managers?|management|leadership|leaders?|"
                  + "stakeholders?|citizens?|living|housing|school|year|centre|center|directors?|"
                  + "vice president))|snr\\b\\.?|sr\\b\\.?)"),
          Cue.of(
              Level.LEAD,
              "\\b(?:lead(?! (?:generat|gen\\b|time|the\\b|a\\b|an\\b|our\\b))|"
                  + "team[- ]?lead(?:er)?|shift leader|principal(?! (?:duties|responsib|function|"
                  + "accountab))|staff (?=(?:software|data|machine|site|platform|security|"
                  + "product|engineer)\\b)|head chef|charge nurse|head gardener|"
                  + "master (?=electrician|plumber|carpenter|technician))\\b"));

  /**
   * Kinds of jobs that are far up by themselves: 'Senior Manager' is a rank, 'Manager' is one of
   * these.
   */
  private static final List<Cue> HEADS =
      List.of(
          Cue.of(
              Level.EXECUTIVE,
              "\\b(?:chief (?:\\p{L}+ ){1,2}officer|ceo|cto|cfo|coo|managing director|"
                  + "executive director)\\b"),
          Cue.of(
              Level.DIRECTOR,
              "\\b(?:directors?|head of (?!year\\b)|vice president|vp\\b|head ?teacher|"
                  + "headmaster|headmistress)"),
          Cue.of(
              Level.MANAGER,
              "\\b(?:"
                  + OF_THINGS
                  + "managers?|supervisors?|fore(?:man|woman)|ward sister|matron)\\b"));

  /** What says it without a title. */
  private static final List<Cue> STATEMENTS =
      List.of(
          Cue.of(
              Level.INTERN,
              LABEL
                  + "intern(?:ship)?\\b|\\b(?:this|your|paid|(?:summer|winter|spring|fall|"
                  + "autumn)(?: \\d{4})?) internship\\b|\\binternship(?:"
                  + POST
                  + "| duration\\b)|\\bthe internship (?:is|will|lasts|runs|starts|begins|"
                  + "offers)\\b|\\bintern"
                  + POST),
          Cue.of(
              Level.ENTRY,
              LABEL
                  + "(?:entry(?:[- ]level)?|graduate)\\b|\\bentry[- ]level(?:"
                  + POST
                  + "| (?:candidates?|applicants?)\\b)|\\bno (?:(?:previous|prior|work|working|"
                  + "relevant) ){0,3}experience (?:is |at all )?(?:necessary|needed|required|"
                  + "expected)|\\b(?:apprenticeship|trainee|graduate)"
                  + POST
                  + "|\\bthis apprenticeship\\b|\\b(?:newly[- ]qualified(?: \\p{L}+){0,2}|"
                  + "(?:recent|new) graduates?|early[- ]career \\p{L}+|school leavers?|(?:NQT|"
                  + "ECT|NQN)s?) (?:(?:are|is|very|most|also|will be) ){0,3}(?:welcome|"
                  + "encouraged|considered|invited|may apply|can apply)|\\b(?:ideal|suitable|"
                  + "suit(?:s|ed)?|perfect|open|great)(?: role| position| job)? (?:for|"
                  + "to) (?:an? )?(?:newly[- ]qualified|(?:recent |new )?graduates?\\b|"
                  + "school leavers?|career starters?)"),
          Cue.of(Level.JUNIOR, LABEL + "junior\\b|\\bjunior(?:[- ]level)?" + POST),
          Cue.of(
              Level.MID,
              LABEL + "(?:mid\\b|middle|intermediate)|\\b(?:mid|intermediate)[- ]level" + POST),
          Cue.of(Level.SENIOR, LABEL + "senior\\b|\\bsenior(?:[- ]level)?(?: leadership)?" + POST),
          Cue.of(Level.LEAD, LABEL + "(?:lead|principal)\\b"),
          Cue.of(Level.MANAGER, LABEL + "(?:manager|supervisor)|\\bmanagerial" + POST),
          Cue.of(Level.DIRECTOR, LABEL + "director\\b"),
          Cue.of(Level.EXECUTIVE, LABEL + "(?:executive|c-level)\\b"));

  /** What one has been, becomes later, or has to do with, is not what the job is. */
  private static final Pattern NOT_THE_JOB =
      Pattern.compile(
          "\\b(?:experience|previous\\w*|completed|held|worked|progress\\w*|promot\\w*|grow|path|"
              + "leads?|into|towards?|report\\w*|support\\w*|mentor\\w*|supervis\\w*|train|"
              + "manag\\w*|coach\\w*|coordinat\\w*|not an?)\\b[^,.;:]{0,40}$",
          Pattern.CASE_INSENSITIVE);

  /** The boss that a title names is somebody else: 'Assistant to the Managing Director'. */
  private static final Pattern BOSS =
      Pattern.compile(
          "\\b(?:reports?|reporting) to\\b.*|(?<=\\b(?:assistant|pa|secretary) )to\\b.*",
          Pattern.CASE_INSENSITIVE);

  private Levels() {}

  static List<Seniority> in(Posting posting) {
    Once<Level, Seniority> found = new Once<>(Seniority::level, Seniority::words);
    for (Title title : Titles.in(posting)) {
      Words words = posting.words(title.sentence(), title.start(), title.end());
      levels(title.text()).forEach(level -> found.add(new Seniority(level, words)));
    }
    for (Sentence sentence : posting.sentences()) {
      for (Cue cue : STATEMENTS) {
        Matcher said = cue.pattern.matcher(sentence.text());
        if (said.find() && !NOT_THE_JOB.matcher(sentence.before(said.start())).find()) {
          found.add(new Seniority(cue.level, posting.words(sentence, said.start(), said.end())));
        }
      }
    }
    return found.inOrder();
  }

  private static List<Level> levels(String title) {
    String job = BOSS.matcher(title).replaceFirst("");
    List<Level> ranks = cues(RANKS, job).toList();
    return ranks.isEmpty() ? cues(HEADS, job).limit(1).toList() : ranks;
  }

  private static Stream<Level> cues(List<Cue> cues, String title) {
    return cues.stream().filter(cue -> cue.pattern.matcher(title).find()).map(Cue::level);
  }
}
