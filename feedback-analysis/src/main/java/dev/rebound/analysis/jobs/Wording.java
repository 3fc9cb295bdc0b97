package dev.rebound.analysis.jobs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a sentence is about by how it is worded. */
final class Wording {

  private static final Pattern BENEFIT =
      Pattern.compile(
          "\\b(we (?:also )?(?:offer|provide you)|you(?:'ll| will) (?:get|receive|enjoy|benefit)|"
              + "(?:paid|annual|parental|sick) leave|"
              + "days? (?:of )?(?:holiday|vacation|leave|pto)|days? off|paid time off|pension|"
              + "401\\(?k\\)?|"
              + "(?:health|dental|life|medical) (?:insurance|cover|plan)|bonus(?:es)?|"
              + "stock options?|"
              + "(?<!private )(?<!diversity,? )(?<!diversity (?:and|&) )equity"
              + "(?!,? (?:(?:and|&) )?(?:inclusion|diversity))|"
              + "salary|stipend|per (?:hour|annum|year)|gym|free (?:lunch|meals|parking|coffee)|"
              + "flexible (?:hours|working)|training budget|perks|benefits (?:package|include)|"
              + "(?:competitive|compensation) (?:pay|package|benefits|compensation))\\b");

  /** What one has to bring although it is worded like what one does: 'You will need patience.' */
  private static final Pattern NEED =
      Pattern.compile(
          "^(?:(?:ideally,? )?you(?:'ll| will| must| should)?(?: also)? (?:need|have|be able|"
              + "be comfortable|possess)\\b"
              + "(?! (?:the |an? )?(?:opportunit|chance|access|\\d))|(?:must|prefers?|preferred|"
              + "minimum|at least|ideally|applicants?|"
              + "candidates?|the (?:ideal|successful) candidate (?:has|is|must|should))\\b)");

  private static final Pattern APPLYING =
      Pattern.compile(
          "\\b(equal opportunity|eoe\\b|click (?:here|on|apply)|apply (?:now|today|online|here)|"
              + "follow us|"
              + "cover letter|your (?:résumé|resume|cv)|submit (?:a|an|your)|"
              + "reasonable accommodation|"
              + "without regard to|protected veteran|will be contacted)");

  private static final Pattern EMPLOYER =
      Pattern.compile(
          "^(?:we|our|it is our|it's our|at \\p{L}[^,.]{1,40},? we|founded)\\b(?!.*\\b(?:you|"
              + "looking for))");

  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "\\b(experience (?:in|with|of|as|working|using)|(?:proven|previous|prior|work|relevant|"
              + "industry) "
              + "experience|\\d{1,3}\\+? ?(?:-|to|–)? ?\\d{0,3} ?(?:\\([^)]{0,40}\\) )?years?|"
              + "years? of|"
              + "degree|bachelor'?s?|"
              + "master'?s|ph\\.?d|diploma|certifi(?:ed|cation)|licen[cs]e|knowledge of|"
              + "understanding of|"
              + "ability to|able to|must (?:have|be|possess)|required|preferred|a plus|"
              + "proficien\\w+|"
              + "familiar\\w*|fluen\\w+|skills?|you (?:have|are|bring|know|need|hold|speak|love|"
              + "enjoy)|"
              + "you(?:'ve|'re) (?!going)|you should (?:have|be|know)|looking for (?:an?|some\\w*)|"
              + "eligib\\w+|work permit|willing\\w*|self-starter|attention to detail|enrolled|"
              + "pursuing|"
              + "track record|comfortable (?:with|in|working)|background in|expertise in|"
              + "native)\\b");

  private static final Pattern RESPONSIBILITY =
      Pattern.compile(
          "\\b(you(?:'ll| will)|responsib\\w+|in this role|as (?:an?|our) [^,.]{3,60}, you|"
              + "(?:the|this) (?:role|position|job|internship|intern|successful candidate) (?:is|"
              + "will|involves|includes|offers)|"
              + "day[- ]to[- ]day|your (?:tasks?|work|mission|focus|job|role)|tasked with|"
              + "(?:intern|manager|engineer|analyst|designer|developer|lead|assistant|specialist|"
              + "nurse|"
              + "teacher|consultant|writer|technician|representative)s? (?:will|works?|leads?|"
              + "supports?|"
              + "manages?|develops?|helps?|reports?))\\b");

  private Wording() {}

  /** Whether it is about how to apply, or said by law or custom in every posting. */
  static boolean isAboutApplying(String sentence) {
    return APPLYING.matcher(sentence.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether the employer speaks of itself. */
  static boolean isAboutTheEmployer(String sentence) {
    return EMPLOYER.matcher(sentence.toLowerCase(Locale.ROOT)).find();
  }

  /** The kind that the words of a sentence speak for, where they do. */
  static Optional<ComponentKind> kindOf(String sentence) {
    String words = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (BENEFIT.matcher(words).find()) {
      return Optional.of(ComponentKind.BENEFIT);
    }
    if (NEED.matcher(words).find()) {
      return Optional.of(ComponentKind.REQUIREMENT);
    }
    if (Verbs.begins(sentence)) {
      return Optional.of(ComponentKind.RESPONSIBILITY);
    }
    if (RESPONSIBILITY.matcher(words).find()) {
      return Optional.of(ComponentKind.RESPONSIBILITY);
    }
    if (REQUIREMENT.matcher(words).find()) {
      return Optional.of(ComponentKind.REQUIREMENT);
    }
    // What 'you' do and neither have nor are: 'You mend sails.'
    return words.startsWith("you ") ? Optional.of(ComponentKind.RESPONSIBILITY) : Optional.empty();
  }
}
