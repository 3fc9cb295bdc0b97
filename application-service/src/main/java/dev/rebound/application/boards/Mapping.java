package dev.rebound.application.boards;

import dev.rebound.events.StageKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a board's own names mean. Names are compared without regard to upper and lower case; ids of
 * a vendor's stages and reasons count as names.
 *
 * @param company the employer's name where the vendor sends none; the board's where it is missing
 * @param stages what stages are
 * @param reasons what the reasons of an ended application mean, where that is not what the vendor
 *     says or leaves open
 * @param words what a reason says, where the vendor sends nothing but its id
 */
@Schema(name = "BoardMapping", description = "What a board's own names for stages and reasons mean")
public record Mapping(
    @Nullable @Size(max = 200) String company,
    @Nullable @Size(max = 500) Map<@NotNull @Size(max = 200) String, @NotNull StageKind> stages,
    @Nullable @Size(max = 500) Map<@NotNull @Size(max = 200) String, @NotNull Ending> reasons,
    @Nullable @Size(max = 500)
        Map<@NotNull @Size(max = 200) String, @NotNull @Size(max = 4_000) String> words) {

  /** How an application ended, where its reason alone says so. */
  public enum Ending {
    /** The candidate stepped back. */
    WITHDRAWN,
    /** The candidate got the job. */
    HIRED,
    /** The employer said no, with a reason of which the vendor does not say so. */
    REJECTED
  }

  /** Where a board has said nothing. */
  static final Mapping NONE = new Mapping(null, null, null, null);

  public Mapping {
    stages = folded(stages);
    reasons = folded(reasons);
    words = folded(words);
  }

  /** The kind of a stage; empty where its name is in no table. */
  public Optional<StageKind> stage(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    String folded = folded(name);
    StageKind own = stages == null ? null : stages.get(folded);
    return own == null ? StageNames.kind(folded) : Optional.of(own);
  }

  /**
   * How an application ended by what the board says of the reason; empty where it says nothing.
   *
   * @param id looked for first
   * @param text what the reason says
   */
  public Optional<Ending> ending(@Nullable String id, @Nullable String text) {
    return ending(id).or(() -> ending(text));
  }

  private Optional<Ending> ending(@Nullable String reason) {
    return reason == null || reasons == null
        ? Optional.empty()
        : Optional.ofNullable(reasons.get(folded(reason)));
  }

  /** What the board says a reason means, by the reason's id. */
  public Optional<String> words(@Nullable String reason) {
    return reason == null || words == null
        ? Optional.empty()
        : Optional.ofNullable(words.get(folded(reason)));
  }

  /** The employer. */
  public String employer(String board) {
    return company == null ? board : company;
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Of two names that are one, the last in order counts. */
  private static <T> Map<String, T> folded(@Nullable Map<String, T> names) {
    Map<String, T> folded = new TreeMap<>();
    if (names != null) {
      for (Map.Entry<String, T> name : new TreeMap<>(names).entrySet()) {
        folded.put(folded(name.getKey()), name.getValue());
      }
    }
    return Collections.unmodifiableMap(folded);
  }
}
