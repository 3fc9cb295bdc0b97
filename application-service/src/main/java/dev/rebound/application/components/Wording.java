package dev.rebound.application.components;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a sentence is about by how it is worded. */
final class Wording {

  private static final Pattern BENEFIT =
      Pattern.compile(
          "\\b(we offer|you(?:'ll| will) (?:get|receive|enjoy|benefit)|(?:paid|annual|parental|sick) leave|"
              + "days? (?:of )?(?:holiday|vacation|leave|pto)|days? off|paid time off|pension|401\\(?k\\)?|"
              + "(?:health|dental|life|medical) (?:insurance|cover|plan)|bonus(?:es)?|stock options?|equity|"
              + "salary|stipend|per (?:hour|annum|year)|gym|free (?:lunch|meals|parking|coffee)|"
              + "flexible (?:hours|working)|training budget|perks|benefits (?:package|include)|"
              + "(?:competitive|compensation) (?:pay|package|benefits|compensation))\\b");

  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "\\b(experience (?:in|with|of|as|working|using)|(?:proven|previous|prior|work|relevant|industry) "
              + "experience|\\d+\\+? ?(?:-|to|–)? ?\\d* ?(?:\\([^)]*\\) )?years?|years? of|degree|bachelor'?s?|"
              + "master'?s|ph\\.?d|diploma|certifi(?:ed|cation)|licen[cs]e|knowledge of|understanding of|"
              + "ability to|able to|must (?:have|be|possess)|required|preferred|a plus|proficien\\w+|"
              + "familiar\\w*|fluen\\w+|skills?|you (?:have|are|bring|know|need|hold|speak|love|enjoy)|"
              + "you(?:'ve|'re) (?!going)|you should (?:have|be|know)|looking for (?:an?|some\\w*)|"
              + "eligib\\w+|work permit|willing\\w*|self-starter|attention to detail|enrolled|pursuing|"
              + "track record|comfortable (?:with|in|working)|background in|expertise in|native)\\b");

  private static final Pattern RESPONSIBILITY =
      Pattern.compile(
          "\\b(you(?:'ll| will)|responsib\\w+|in this role|as (?:an?|our) [^,.]{3,60}, you|"
              + "the (?:role|position|job|intern|successful candidate) (?:is|will|involves|includes|offers)|"
              + "day[- ]to[- ]day|your (?:tasks?|work|mission|focus|job|role)|tasked with|"
              + "(?:intern|manager|engineer|analyst|designer|developer|lead|assistant|specialist|nurse|"
              + "teacher|consultant|writer|technician|representative)s? (?:will|works?|leads?|supports?|"
              + "manages?|develops?|helps?|reports?))\\b");

  private Wording() {}

  /** The kind that the words of a sentence speak for, where they do. */
  static Optional<ComponentKind> kindOf(String sentence) {
    String words = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (BENEFIT.matcher(words).find()) {
      return Optional.of(ComponentKind.BENEFIT);
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
