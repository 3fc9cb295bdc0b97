package dev.rebound.analysis;

import dev.rebound.analysis.Meaning.About;
import dev.rebound.analysis.Meaning.At;
import dev.rebound.analysis.Meaning.Cue;
import dev.rebound.analysis.Meaning.CueKind;
import dev.rebound.analysis.Meaning.Hands;
import dev.rebound.analysis.Meaning.Kind;
import dev.rebound.analysis.Meaning.Matter;
import dev.rebound.analysis.Meaning.Side;
import dev.rebound.analysis.Meaning.Unsafe;
import dev.rebound.analysis.Token.Break;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the lexicon finds in one clause, sorted by what it means, without what courtesy hides and
 * without a theme inside the longer phrase of another theme.
 */
final class ClauseHits {

  /** A topic of more words is no fixed term, so that a cue inside it still judges. */
  private static final int LONGEST_TERM = 3;

  /** Words that may stand before an imperative. */
  private static final Set<String> OPENERS =
      Set.of("please", "so", "and", "also", "then", "always", "maybe", "perhaps", "to");

  private final List<Token> tokens;
  private final int[] segments;
  private final List<Hit> themes = new ArrayList<>();
  private final List<Hit> others = new ArrayList<>();
  private final Map<CueKind, List<Hit>> cues = new EnumMap<>(CueKind.class);
  private @Nullable StageKind stage;

  ClauseHits(Lexicon lexicon, List<Token> tokens) {
    this.tokens = tokens;
    this.segments = segmentsOf(tokens);
    List<Hit> all = lexicon.find(tokens);
    List<Hit> hidden = all.stream().filter(ClauseHits::hides).toList();
    for (Hit hit : all) {
      if (!isHidden(hit, hidden)) {
        sort(hit);
      }
    }
    drop(this::insideOther);
    drop(this::outweighed);
    for (List<Hit> found : cues.values()) {
      found.removeIf(this::partOfTopic);
    }
  }

  private void drop(Predicate<Hit> unwanted) {
    themes.removeAll(themes.stream().filter(unwanted).toList());
  }

  private static boolean hides(Hit hit) {
    return hit.meaning() instanceof Cue(CueKind kind)
        && (kind == CueKind.COURTESY || kind == CueKind.ASIDE);
  }

  /** 'Problem solving' holds no problem. */
  private boolean partOfTopic(Hit cue) {
    for (Hit theme : themes) {
      Kind kind = about(theme).kind();
      boolean topic = kind == Kind.TOPIC || kind == Kind.CARRIER;
      if (topic
          && theme.length() <= LONGEST_TERM
          && cue.length() < theme.length()
          && cue.within(theme)
          && !isNot(cue)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNot(Hit cue) {
    return cue.meaning() instanceof Cue(CueKind kind) && kind == CueKind.NOT;
  }

  /**
   * A carrier gives way to any other cause beside it, a topic to a phrase about the same theme that
   * judges by itself.
   */
  private boolean outweighed(Hit hit) {
    About own = about(hit);
    for (Hit other : themes) {
      if (together(other, hit) && outweighs(about(other), own)) {
        return true;
      }
    }
    return false;
  }

  private static boolean outweighs(About other, About own) {
    boolean topic = own.kind() == Kind.TOPIC || own.kind() == Kind.CARRIER;
    if (other.theme() == own.theme()) {
      return topic && (other.kind() == Kind.CAUSE || other.kind() == Kind.PRAISE);
    }
    return own.kind() == Kind.CARRIER && other.kind() != Kind.CARRIER && other.theme().namesCause();
  }

  private static int[] segmentsOf(List<Token> tokens) {
    int[] segments = new int[tokens.size()];
    for (int at = 1; at < segments.length; at++) {
      boolean comma = tokens.get(at).before() == Break.COMMA;
      segments[at] = segments[at - 1] + (comma ? 1 : 0);
    }
    return segments;
  }

  private static boolean isHidden(Hit hit, List<Hit> hidden) {
    return switch (hit.meaning()) {
      case Unsafe _, Hands _, Matter _, Side _ -> false;
      case Cue(CueKind kind)
          when kind == CueKind.COURTESY
              || kind == CueKind.REJECTION
              || kind == CueKind.PLEDGE
              || kind == CueKind.INSTANCE ->
          false;
      case About _, At _, Cue _ -> hidden.stream().anyMatch(hit::within);
    };
  }

  private void sort(Hit hit) {
    switch (hit.meaning()) {
      case About _ -> themes.add(hit);
      case Unsafe _, Matter _, Hands _, Side _ -> others.add(hit);
      case At(StageKind found) -> stage = found;
      case Cue(CueKind kind) -> cues.computeIfAbsent(kind, _ -> new ArrayList<>()).add(hit);
    }
  }

  private boolean insideOther(Hit hit) {
    for (Hit other : themes) {
      if (hit.length() < other.length()
          && hit.within(other)
          && swallows(about(other), about(hit))) {
        return true;
      }
    }
    return false;
  }

  /**
   * That somebody was better does not hide in what they were better, and a carrier hides no theme
   * that weighs more, except that 'more experience with' something is no lack of years.
   */
  private static boolean swallows(About outer, About inner) {
    boolean carried = inner.kind() == Kind.CARRIER;
    if (outer.theme() == Theme.STRONGER_CANDIDATE) {
      return carried;
    }
    if (outer.kind() == Kind.CARRIER && !carried) {
      return inner.theme() == Theme.SENIORITY;
    }
    return outer.theme() != inner.theme();
  }

  static About about(Hit hit) {
    return (About) hit.meaning();
  }

  List<Token> tokens() {
    return tokens;
  }

  /** The hits about themes. */
  List<Hit> themes() {
    return themes;
  }

  /** The hits that mean this and neither judge nor touch a theme. */
  List<Hit> of(Class<? extends Meaning> meaning) {
    return others.stream().filter(hit -> meaning.isInstance(hit.meaning())).toList();
  }

  @Nullable StageKind stage() {
    return stage;
  }

  List<Hit> cues(CueKind kind) {
    return cues.getOrDefault(kind, List.of());
  }

  boolean has(CueKind kind) {
    return cues.containsKey(kind);
  }

  /** Whether no comma stands between the two. */
  boolean together(Hit one, Hit other) {
    return segments[one.from()] == segments[other.from()];
  }

  /** The number of commas before this token. */
  int segment(int token) {
    return segments[token];
  }

  /**
   * Whether a hit of this kind ends within {@code reach} words before the hit, no comma between.
   */
  boolean precedes(CueKind kind, Hit hit, int reach) {
    for (Hit cue : cues(kind)) {
      if (cue.to() <= hit.from() && hit.from() - cue.to() < reach && together(cue, hit)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the clause gives advice. */
  boolean advises() {
    if (has(CueKind.COURTESY)) {
      return false;
    }
    return has(CueKind.ADVICE)
        || cues(CueKind.IMPERATIVE).stream().anyMatch(hit -> opens(hit.from()));
  }

  private boolean opens(int at) {
    return at == 0 || (at == 1 && OPENERS.contains(tokens.getFirst().form()));
  }
}
