package dev.rebound.insights.search.matching;

import dev.rebound.events.Posting;
import dev.rebound.events.Seniority;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The level a posting asks for: what it says, else what its title says. */
public final class Levels {

  private record Titled(Seniority level, Phrase words) {}

  /** The higher level first: a 'senior director' is a director. */
  private static final List<Titled> TITLES =
      List.of(
          new Titled(
              Seniority.EXECUTIVE, Phrase.anyOf(Set.of("director", "vice president", "chief"))),
          new Titled(Seniority.LEAD, Phrase.anyOf(Set.of("lead", "principal", "staff", "head of"))),
          new Titled(Seniority.SENIOR, Phrase.anyOf(Aliases.of("senior"))),
          new Titled(Seniority.JUNIOR, Phrase.anyOf(Aliases.of("junior"))),
          new Titled(Seniority.INTERN, Phrase.anyOf(Aliases.of("internship"))));

  private Levels() {}

  /** The level; empty where neither says one. */
  public static Optional<Seniority> of(Posting posting) {
    Seniority said = posting.seniority();
    return said != null
        ? Optional.of(said)
        : TITLES.stream()
            .filter(titled -> titled.words().in(posting.title()))
            .map(Titled::level)
            .findFirst();
  }
}
