package dev.rebound.analysis.jobs;

import dev.rebound.analysis.jobs.Location.Kind;
import dev.rebound.analysis.jobs.Posting.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where is the work, does one have to move, and who may work there? Where the firm sits, grew up
 * and has its clients is none of it.
 */
final class Locations {

  /**
   * Words that speak of a place.
   *
   * @param pattern its first group is the place or the places, if one is named
   */
  private record Cue(Kind kind, Pattern pattern) {
    static Cue of(Kind kind, String before, String places) {
      return new Cue(kind, Pattern.compile("(?i:" + before + ")(" + places + ")"));
    }

    static Cue demand(Kind kind, String demand) {
      return new Cue(
          kind,
          Pattern.compile(
              "(?i:\\b(?:(?:no|not|cannot|can't|unable to|don't|do not)(?: \\p{L}+){0,2} )?(?:"
                  + demand
                  + "))(?: (?:in|within|for|to|of|from|near)(?: or near)? ("
                  + PlaceNames.SEVERAL
                  + "))?"));
    }
  }

  private static final String THE_JOB =
      "\\b(?:role|position|job|post|vacancy|opportunity|internship|apprenticeship|placement|you|"
          + "candidate|work|working|work is|join)\\b";
  private static final String THE_JOB_WANTED =
      "\\b(?:needed|wanted|required|based|work|working|role|position|job|vacancy)";
  private static final String OTHERS =
      "(?!(?:clients?|customers?|compan(?:y|ies)|firm|suppliers?|partners?|who|whose|reports?|"
          + "reporting|managers?|headquarter\\w*|offices in)\\b)";
  private static final String FEW_WORDS = "(?:[ ,]+" + OTHERS + "[\\p{L}'&-]+){0,8}?";
  private static final String SITE =
      "(?:offices?|sites?|depot|branch|hub|stores?|shop|warehouse|factory|plant|clinic|campus|"
          + "schools?|hospital|studio|headquarters|hq|yard|surgery|library|centre|center|"
          + "restaurant|kitchen|bakery|garage|workshop|practice|care home|nursery|hotel|farm|lab|"
          + "team|crew|firm|department)\\b";
  private static final String HOUSE =
      "(?:offices?|sites?|depot|branch|hub|stores?|shop|warehouse|factory|plant|clinic|campus|"
          + "hospital|studio|headquarters|(?:head|main) office|yard|restaurant|bakery|"
          + "farm|garage|mill)\\b";

  /** Whose 'in ..' may be a field of knowledge. */
  private static final String OF_A_FIELD =
      "(?:practitioner|specialist|lecturer|professor|consultant|researcher|engineer|graduate|"
          + "degree)s?";

  private static final List<Cue> PLACES =
      List.of(
          Cue.of(
              Kind.PLACE,
              "(?:\\b(?:(?:job|work|office|posting|primary) )?locations?|^offices?|"
                  + "\\bcommute/relocate|\\bstandort|\\barbeitsort|\\bplace of work|^where|^city|"
                  + "\\bcity|^based|\\bbase|\\bduty station)\\s?: ?(?:(?:fully remote|remote|"
                  + "hybrid|on-?site|flexible|within|anywhere in|based in|in|or)[ ,(/|-]+){0,3}",
              PlaceNames.SEVERAL),
          Cue.of(
              Kind.PLACE,
              "\\b(?:job|work|posting|street) (?:location|address)\\b[^;\\n]{0,60}?[ ,:]",
              PlaceNames.WITH_REGION),
          Cue.of(
              Kind.PLACE,
              THE_JOB
                  + FEW_WORDS
                  + " (?:based|located|situated|stationed|placed)(?: \\p{L}+)? (?:in|at|near|"
                  + "out of|within|around)(?: or near)? ",
              PlaceNames.SEVERAL),
          Cue.of(Kind.PLACE, "^(?:based|located|situated) (?:in|near|at) ", PlaceNames.SEVERAL),
          Cue.of(
              Kind.PLACE,
              "\\b(?:join|work|working|works|based|role|position|vacancy|job|opening|opportunity|"
                  + "wanted|needed|place|shifts?)\\b"
                  + FEW_WORDS
                  + "[ ,]+"
                  + SITE
                  + "(?: based| located)? (?:in|near|at) ",
              PlaceNames.SEVERAL),
          Cue.of(
              Kind.PLACE,
              "\\b(?:based|located|vacancy|post|role|position|job|opportunity|work|working|"
                  + "be) (?:\\p{L}+ ){0,3}?(?:at|in|from|out of) (?:our|the|"
                  + "one of our) (?:\\p{Ll}+ )?",
              PlaceNames.ONE + "(?= (?i:" + HOUSE + "))"),
          Cue.of(Kind.PLACE, "\\bjoin (?:our|the) ", PlaceNames.ONE + "(?= (?i:" + HOUSE + "))"),
          Cue.of(
              Kind.PLACE,
              "\\bremote(?:ly)?\\b(?: work(?:ing)?| role| position|"
                  + " job)?[ ,(/|-]{1,3}(?:(?:within|from|in|anywhere in|across|based in) )?",
              PlaceNames.KNOWN),
          Cue.of(Kind.PLACE, "\\bfrom anywhere in (?:the )?", PlaceNames.ONE),
          Cue.of(
              Kind.PLACE,
              "\\b(?:on-?site|in[- ]person|hybrid|office[- ]based) (?:in|at) (?:the )?",
              PlaceNames.SEVERAL),
          Cue.of(
              Kind.PLACE,
              "^our ",
              PlaceNames.ONE
                  + "(?= (?i:"
                  + HOUSE
                  + " (?:is|are) (?:looking|hiring|seek|"
                  + "recruit)))"),
          Cue.of(
              Kind.PLACE, THE_JOB_WANTED + " in the ", PlaceNames.ONE + "(?= (?:area|region)\\b)"),
          Cue.of(Kind.PLACE, "\\bgesucht in ", PlaceNames.ONE),
          Cue.of(
              Kind.PLACE,
              "\\b(?:seek(?:s|ing)?|looking for|hiring|recruiting|recruits|needs?|wants?|vacancy|"
                  + "vacancies)\\b"
                  + FEW_WORDS
                  + " "
                  + Titles.ROLE
                  + "s?(?<!"
                  + OF_A_FIELD
                  + ") (?:in|near) ",
              PlaceNames.SEVERAL),
          Cue.of(Kind.PLACE, "\\b" + Titles.ROLE + "s?(?:,? in|,| -|) ", PlaceNames.WITH_REGION));

  private static final List<Cue> IN_TITLES =
      List.of(
          Cue.of(Kind.PLACE, "(?:^|[ ,|(-])(?:in )?", PlaceNames.WITH_REGION),
          Cue.of(Kind.PLACE, "\\b" + Titles.ROLE + "s?,? (?:in|near) ", PlaceNames.ONE));

  private static final List<Cue> DEMANDS =
      List.of(
          Cue.demand(
              Kind.RELOCATION,
              "(?:willing(?:ness)?|able|ready|prepared|open|need|required|expected|happy|"
                  + "must be willing) to (?:relocate|move)|(?:open|willing) to relocation|"
                  + "must relocate|relocation(?: costs?)? (?:assistance|package|support|"
                  + "allowance|help|budget|is|are|available|provided|offered|required|"
                  + "possible)(?: (?:available|provided|offered|required|possible))?|(?:help|"
                  + "support|assist)(?: you)?(?: \\p{L}+){0,3} relocat\\w+|(?:live|living|"
                  + "reside) within(?: (?!of\\b)[\\p{L}\\d]+){1,4}|must (?:currently )?(?:live|"
                  + "reside)(?! within)|(?:must|need to|should) be (?:a )?resident|"
                  + "residents(?= of)|(?:within )?(?:commutable|commuting) distance"),
          Cue.demand(
              Kind.PERMIT,
              "(?:rights?|eligib\\w+|authori[sz]\\w+|permission|permitted|allowed|entitled|"
                  + "legally able) to (?:legally )?(?:live and )?work(?: legally| lawfully|"
                  + " permanently)?(?= (?:in|within|for)\\b)|right[- ]to[- ]work|"
                  + "work(?:ing)? (?:permits?|visas?|authori[sz]ation)|visa (?:sponsorship|"
                  + "support)|sponsor(?:ship)?(?: \\p{L}+){0,3} visas?|(?:skilled worker|"
                  + "working holiday) visas?|(?:US|U\\.S\\.|EU|UK|British|American|Canadian|"
                  + "Swiss|German) (?:citizens?|citizenship|nationals?|passport)|"
                  + "arbeitserlaubnis"));

  private static final Pattern BY_LAW =
      Pattern.compile(
          "\\b(?:regard to|equal opportunit\\w+|discriminat\\w+|protected|veterans?|religion|"
              + "verify)\\b",
          Pattern.CASE_INSENSITIVE);

  private record Said(Kind kind, @Nullable String place) {}

  private Locations() {}

  static List<Location> in(Posting posting) {
    Once<Said, Location> found = new Once<>(it -> new Said(it.kind(), it.place()), Location::words);
    for (Sentence sentence : posting.sentences()) {
      Stream.of(PLACES, DEMANDS, sentence.title() ? IN_TITLES : List.<Cue>of())
          .flatMap(List::stream)
          .forEach(cue -> add(posting, sentence, cue, found));
    }
    return found.inOrder();
  }

  private static void add(Posting posting, Sentence sentence, Cue cue, Once<Said, Location> found) {
    Matcher said = cue.pattern.matcher(sentence.text());
    while (said.find()) {
      if (cue.kind == Kind.PERMIT && BY_LAW.matcher(sentence.text()).find()) {
        continue;
      }
      Words words = posting.words(sentence, said.start(), said.end());
      List<String> places =
          Optional.ofNullable(said.group(1)).map(PlaceNames::each).orElse(List.of());
      if (places.isEmpty()) {
        found.add(new Location(cue.kind, null, words));
      }
      places.forEach(place -> found.add(new Location(cue.kind, place, words)));
    }
  }
}
