package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.Posting.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where does a posting name its own job? In a title at the top, and in turns such as 'we are
 * looking for a ..' and 'as our .., you will ..'. The jobs of others ('you report to the ..',
 * 'mentor our ..') stand elsewhere.
 */
final class Titles {

  /** What a job is called at its end. */
  static final String ROLE =
      "(?:intern(?:ship)?|apprentice(?:ship)?|trainee|graduate|engineer|developer|programmer|"
          + "designer|analyst|scientist|architect|tester|technologist|nurse|midwife|doctor|"
          + "physician|surgeon|dentist|pharmacist|radiographer|(?:physio)?therapist|paramedic|"
          + "carer|practitioner|worker|teacher|lecturer|tutor|professor|educator|librarian|"
          + "curator|researcher|consultant|accountant|auditor|bookkeeper|administrator|officer|"
          + "assistant|secretary|receptionist|clerk|technician|mechanic|electrician|plumber|"
          + "carpenter|joiner|glazier|welder|fitter|bricklayer|roofer|painter|machinist|surveyor|"
          + "inspector|labourer|gardener|cleaner|housekeeper|porter|chef|cook|baker|butcher|"
          + "barista|bartender|waiter|waitress|cashier|associate|salesperson|merchandiser|buyer|"
          + "stylist|hairdresser|driver|operator|operative|dispatcher|planner|recruiter|writer|"
          + "copywriter|editor|journalist|producer|strategist|lawyer|solicitor|paralegal|counsel|"
          + "adviser|advisor|specialist|coordinator|representative|executive|agent|guard|warden|"
          + "firefighter|manager|supervisor|foreman|forewoman|(?:team|shift|ward|crew) leader|"
          + "lead|director|partner|principal|professional|matron|head ?teacher|(?:head|director|"
          + "vice president|vp) of (?-i:\\p{L}+(?: (?:and |& )?\\p{Lu}[\\p{L}-]+){0,3})|"
          + "entwickler(?:in)?|werkstudent(?:in)?|praktikant(?:in)?)";

  /** Trades that no list has: divers, zookeepers, violinists. */
  private static final String ANY_TRADE =
      "(?!(?:senior|junior|lead|leader|stakeholder|number|order|other|another|larger|smaller|later|"
          + "never|ever|over|under|after|whether|together|however|computer|customer|consumer|user|"
          + "career|prior|major|minor|sector|paper|letter|matter|calendar|september|october|"
          + "november|december|summer|winter|offer|consider|deliver|cover|power|water|centre|"
          + "center|per|for|or|her|your|our)\\b)\\p{L}{2,20}(?:er|or|ist|ian|smith|wright|man|"
          + "woman)";

  private static final String WORD =
      "(?!(?:who|that|which|to|with|for|in|at|from|by|our|your|their|the|will|is|are|can|you|as|"
          + "well)\\b)[\\p{L}\\d&/+'()-]{1,30}[.,]?";

  /** A job by its full name: 'senior customer care adviser'. */
  private static final String NAME =
      "((?:"
          + WORD
          + "\\s){0,6}?(?:"
          + ROLE
          + "|"
          + ANY_TRADE
          + ")s?\\b(?!-\\p{L})(?:(?:,? | ?[-/] ?)(?:of )?(?:(?!and |or )\\p{L}+ )?"
          + ROLE
          + "s?\\b){0,2})";

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "\\b(?:(?:as|seek(?:s|ing)?|hir(?:es|ing)|recruit(?:s|ing)|appoint(?:s|ing)?|wants?|"
              + "needs?|looking for|search(?:ing)? for|become|hire|(?:role|position|post|job|"
              + "vacancy|opportunity|opening|place|placement) (?:of|for|as)|(?:this|it) is|"
              + "you(?:'ll| will) be) (?:an?|our|one|two|three|several)|(?<!well )(?<!such )as|"
              + "seeks|seeking|looking for|suche[nt]?(?: eine?n?)?|(?:job |position )title:?|"
              + "(?:title|role|position|vacancy|stelle): ?)\\s+(?:(?:experienced|new|next|"
              + "dedicated|qualified) )?"
              + NAME,
          Pattern.CASE_INSENSITIVE);

  /** The job as the subject: 'The Night Porter will ..'. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:^|: )(?:the|this|our|as the) "
              + NAME
              + "(?: (?-i:\\p{Lu}[\\p{L}&-]*)){0,4}(?:'s role|,)? (?:will (?!\\p{L}+ you\\b)|"
              + "is responsible|reports? to|is accountable|must|works? |leads? )",
          Pattern.CASE_INSENSITIVE);

  /** 'Our Senior Bakers are ..', said near the top, in capitals. */
  private static final Pattern PLURAL =
      Pattern.compile(
          "^(?:our )?(?-i:(?=\\p{Lu}\\S+ \\p{Lu}))" + NAME + "(?<=s) ", Pattern.CASE_INSENSITIVE);

  private static final int NEAR_THE_TOP = 12;

  /** The title that a text of one long line begins with. */
  private static final Pattern FIRST =
      Pattern.compile("^(?-i:(?=\\p{Lu}\\S+ \\p{Lu}))" + NAME, Pattern.CASE_INSENSITIVE);

  /** A part of a sentence that is the job's name. */
  record Title(Sentence sentence, int start, int end) {
    String text() {
      return sentence.text().substring(start, end);
    }
  }

  private Titles() {}

  static List<Title> in(Posting posting) {
    List<Title> titles = new ArrayList<>();
    for (Sentence sentence : posting.sentences()) {
      if (sentence.title()) {
        titles.add(new Title(sentence, 0, sentence.text().length()));
        continue;
      }
      named(sentence, ANNOUNCED, titles);
      named(sentence, SUBJECT, titles);
      if (sentence.place() < NEAR_THE_TOP) {
        named(sentence, PLURAL, titles);
      }
      if (sentence.place() == 0) {
        named(sentence, FIRST, titles);
      }
    }
    return titles;
  }

  private static void named(Sentence sentence, Pattern pattern, List<Title> titles) {
    Matcher found = pattern.matcher(sentence.text());
    while (found.find()) {
      titles.add(new Title(sentence, found.start(1), found.end(1)));
    }
  }
}
