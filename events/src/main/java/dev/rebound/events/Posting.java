package dev.rebound.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job advertisement says, as far as the candidate recorded it.
 *
 * <p>Words are the candidate's own record and sealed with the candidate's key; codes are in clear.
 *
 * @param description the full text; only {@code ApplicationSubmitted} and {@code
 *     ApplicationCorrected} carry it
 * @param languages spoken languages the posting asks for, by name or code
 */
public record Posting(
    @Personal @Nullable String title,
    @Personal @Nullable String company,
    @Personal @Nullable String description,
    @Personal @Nullable String location,
    @Nullable Workplace workplace,
    @Nullable EmploymentType employmentType,
    @Nullable Seniority seniority,
    @Personal @Nullable String industry,
    @Personal @Nullable String url,
    @Personal @Nullable List<String> languages,
    @Nullable Salary salary) {

  public Posting {
    languages = languages == null ? List.of() : List.copyOf(languages);
  }

  /** The same posting as other services need it: without the long text and the link. */
  public Posting summary() {
    return new Posting(
        title,
        company,
        null,
        location,
        workplace,
        employmentType,
        seniority,
        industry,
        null,
        languages,
        salary);
  }
}
