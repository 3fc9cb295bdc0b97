package dev.rebound.insights.search.export;

import dev.rebound.events.SearchProfile;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The targets a search can be exported to. */
public enum ExportFormat {
  /** The parameters of Adzuna's search API. */
  ADZUNA(AdzunaExport::of),
  /** An address of LinkedIn's job search. */
  LINKEDIN(LinkedInExport::of),
  /** An address of Indeed's job search. */
  INDEED(IndeedExport::of),
  /** A string with AND, OR and NOT, which most engines take. */
  BOOLEAN(BooleanExport::of),
  /** What is looked for in the words of schema.org's JobPosting. */
  JSON(JsonExport::of);

  private final Function<SearchProfile, Exported> writer;

  ExportFormat(Function<SearchProfile, Exported> writer) {
    this.writer = writer;
  }

  /** The format of this name, in any case. */
  public static Optional<ExportFormat> of(String name) {
    for (ExportFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** All their names, as one would list them: {@code adzuna, linkedin, ..}. */
  static String names() {
    return Arrays.stream(values())
        .map(format -> format.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** The profile in this format. */
  public Exported export(SearchProfile profile) {
    return writer.apply(profile);
  }
}
