package dev.rebound.insights.search.refinements;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.Theme;
import dev.rebound.events.Workplace;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.search.matching.Languages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes out of what was said to have stood in the way and cannot be changed overnight: the
 * language, the place, the industry. Levels and pay are in {@link FromLevels}.
 */
final class FromRejections {

  /** A taste or a tendency, unlike a hard requirement, needs this many contexts. */
  static final int TASTE = 2;

  private static final Pattern PERMIT =
      Pattern.compile("visa|permit|sponsor|right to work|authori[sz]|citizen|clearance");
  private static final Pattern PRESENCE =
      Pattern.compile(
          "relocat|commut|on-?site|in[- ](?:the )?office|in person|local candidate|based in"
              + "|distance|closer to|nearby");

  /** The theme is also of dates, for which no place can be blamed. */
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?:re)?locat|\\blocals?\\b|\\bliv(?:e|ing)\\b|\\bresid|\\bregion|\\bcountr(?:y|ies)\\b"
              + "|\\b(?:city|place|abroad|overseas|outside|remote|area|eu)\\b|time[- ]?zone"
              + "|\\bmov(?:e|ing) (?:here|closer)");

  private static final Pattern TIME =
      Pattern.compile(
          "\\bstart|\\bavailab|\\bnotice\\b|\\b(?:until|before|from|by|in) (?:january|february|march"
              + "|april|may|june|july|august|september|october|november|december)|\\bmonths?\\b"
              + "|\\bweeks?\\b|\\bdates?\\b|\\bshifts?\\b|\\bhours?\\b|\\bnights?\\b|\\bweekend"
              + "|\\b(?:full|part)[- ]?time\\b|\\bschedule");

  private final CandidateContexts contexts;
  private final int rejections;

  FromRejections(CandidateContexts contexts) {
    this.contexts = contexts;
    this.rejections = contexts.rejected().size();
  }

  List<Suggestion> suggestions() {
    List<Suggestion> all = new ArrayList<>(languages());
    all.addAll(places());
    all.addAll(presence());
    all.addAll(industries());
    return all;
  }

  /** A rejected application and what was said of one theme. */
  record Said(ApplicationFacts application, List<Evidence> evidence) {

    List<RefinementEvidence> refinementEvidence() {
      return evidence.stream().map(e -> RefinementEvidence.of(application.id(), e)).toList();
    }

    String words() {
      return evidence.stream()
          .map(Evidence::quote)
          .filter(Objects::nonNull)
          .collect(Collectors.joining("\n"))
          .toLowerCase(Locale.ROOT);
    }
  }

  /** Where a theme stood in the way and was not in the candidate's hands, oldest first. */
  static List<Said> saidOf(CandidateContexts contexts, Theme theme, Set<Control> controls) {
    return contexts.rejected().stream()
        .map(application ->
            new Said(
                application,
                contexts.evidenceOf(application).stream()
                    .filter(Evidence::tellsWhyRejected)
                    .filter(e -> e.theme() == theme && e.polarity() == Polarity.NEGATIVE)
                    .filter(e -> controls.contains(e.control()))
                    .toList()))
        .filter(said -> !said.evidence().isEmpty())
        .toList();
  }

  private List<Said> said(Theme theme) {
    return saidOf(contexts, theme, Set.of(Control.LONG_TERM, Control.OUT_OF_CONTROL));
  }

  private List<Suggestion> languages() {
    return grouped(said(Theme.LOCAL_LANGUAGE), FromRejections::languages).entrySet().stream()
        .map(group ->
            suggestion(
                RefinementKind.LANGUAGE,
                group.getKey(),
                group.getValue(),
                group.getKey() + " was missing in " + share(group.getValue()) + "."))
        .toList();
  }

  /** What was said names the language; else whatever else was written; else the posting. */
  private static Set<String> languages(Said said) {
    ApplicationFacts application = said.application();
    String message = application.rejection() == null ? null : application.rejection().message();
    Set<String> named = named(said.words());
    if (named.isEmpty() && message != null) {
      named = named(message);
    }
    return named.isEmpty() ? withoutEnglish(Languages.askedFor(application.posting())) : named;
  }

  private static Set<String> named(String words) {
    Set<String> asked = withoutEnglish(Languages.askedFor(words));
    return asked.isEmpty() ? withoutEnglish(Languages.named(words)) : asked;
  }

  /** English is mostly named as what the candidate has, unless it is the only one. */
  private static Set<String> withoutEnglish(Set<String> languages) {
    Set<String> others = new LinkedHashSet<>(languages);
    if (others.size() > 1) {
      others.remove("English");
    }
    return others;
  }

  private List<Suggestion> places() {
    return grouped(
            said(Theme.LOCATION_ELIGIBILITY).stream().filter(FromRejections::ofAPlace).toList(),
            said ->
                Stream.ofNullable(said.application().posting().location())
                    .collect(Collectors.toSet()))
        .entrySet()
        .stream()
        .map(group ->
            suggestion(
                RefinementKind.LOCATION,
                group.getKey(),
                group.getValue(),
                why(group.getValue())
                    + " stood in the way there in "
                    + share(group.getValue())
                    + "."))
        .toList();
  }

  /** Whoever says no more than that it stood in the way is taken to mean the place. */
  private static boolean ofAPlace(Said said) {
    String words = said.words();
    return PERMIT.matcher(words).find()
        || PRESENCE.matcher(words).find()
        || PLACE.matcher(words).find()
        || !TIME.matcher(words).find();
  }

  private static String why(List<Said> said) {
    return said.stream().anyMatch(s -> PERMIT.matcher(s.words()).find())
        ? "The permit to work"
        : "Where or when you can work";
  }

  private List<Suggestion> presence() {
    List<Said> said =
        said(Theme.LOCATION_ELIGIBILITY).stream()
            .filter(s -> s.application().posting().workplace() != Workplace.REMOTE)
            .filter(s -> PRESENCE.matcher(s.words()).find() && !PERMIT.matcher(s.words()).find())
            .toList();
    return said.isEmpty()
        ? List.of()
        : List.of(
            suggestion(
                RefinementKind.WORKPLACE,
                Workplace.REMOTE.name(),
                said,
                "Being there in person stood in the way in " + share(said) + "."));
  }

  private List<Suggestion> industries() {
    return grouped(
            said(Theme.DOMAIN_EXPERIENCE),
            said ->
                Stream.ofNullable(said.application().posting().industry())
                    .collect(Collectors.toSet()))
        .entrySet()
        .stream()
        .filter(group -> group.getValue().size() >= TASTE)
        .map(group ->
            suggestion(
                RefinementKind.INDUSTRY,
                group.getKey(),
                group.getValue(),
                "A background in "
                    + group.getKey()
                    + " was missing in "
                    + share(group.getValue())
                    + "."))
        .toList();
  }

  private static Map<String, List<Said>> grouped(List<Said> all, Function<Said, Set<String>> keys) {
    Map<String, List<Said>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Said said : all) {
      keys.apply(said)
          .forEach(key -> groups.computeIfAbsent(key, none -> new ArrayList<>()).add(said));
    }
    return groups;
  }

  private String share(List<Said> said) {
    return said.size() + " of " + rejections + (rejections == 1 ? " rejection" : " rejections");
  }

  private static Suggestion suggestion(
      RefinementKind kind, String value, List<Said> said, String reason) {
    List<RefinementEvidence> evidence =
        said.stream().flatMap(s -> s.refinementEvidence().stream()).toList();
    return new Suggestion(
        kind, value, place(said, value), reason, evidence, Confidence.ofWords(evidence));
  }

  /**
   * Two languages in one sentence have the same evidence: where they stand in it is a part of the
   * id.
   */
  private static int place(List<Said> said, String value) {
    @Nullable String words = said.getFirst().words();
    return Math.max(0, words.indexOf(value.toLowerCase(Locale.ROOT)));
  }
}
