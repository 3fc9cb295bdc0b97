package dev.rebound.insights.search;

import dev.rebound.events.EmploymentType;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.Salary;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of a search profile, as a refinement's kind and value say it.
 *
 * <table>
 * <caption>What a value says</caption>
 * <tr><td>EXCLUDE_TERM, PREFER_TERM</td><td>a word or a few</td></tr>
 * <tr><td>LANGUAGE, LOCATION, INDUSTRY</td><td>what to leave out</td></tr>
 * <tr><td>SENIORITY</td><td>codes to look for, {@code not MID}, {@code at most MID} or {@code at
 * least MID}</td></tr>
 * <tr><td>WORKPLACE, EMPLOYMENT_TYPE</td><td>codes to look for, or {@code not CONTRACT}</td></tr>
 * <tr><td>SALARY</td><td>the least pay, {@code 60000 EUR YEAR}</td></tr>
 * </table>
 *
 * <p>What is left out is looked for no more. Applying a change twice is applying it once.
 */
public final class ProfileChange {

  private static final int LONGEST_TEXT = 200;

  private final UnaryOperator<SearchProfile> change;

  private ProfileChange(UnaryOperator<SearchProfile> change) {
    this.change = change;
  }

  /** The change that a kind and a value say; empty where the value says none. */
  public static Optional<ProfileChange> of(RefinementKind kind, String value, LanguageNames names) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    return switch (kind) {
      case EXCLUDE_TERM ->
          texts((profile, edit) ->
              edit.excludedTerms(plus(profile.excludedTerms(), text))
                  .preferredTerms(minus(profile.preferredTerms(), text))
                  .titles(minus(profile.titles(), text)));
      case PREFER_TERM ->
          texts((profile, edit) ->
              edit.preferredTerms(plus(profile.preferredTerms(), text))
                  .excludedTerms(minus(profile.excludedTerms(), text)));
      case LANGUAGE ->
          texts((profile, edit) ->
              edit.excludedLanguages(plus(profile.excludedLanguages(), text, names::canonical))
                  .languages(minus(profile.languages(), text, names::canonical)));
      case LOCATION ->
          texts((profile, edit) ->
              edit.excludedLocations(plus(profile.excludedLocations(), text))
                  .locations(minus(profile.locations(), text)));
      case INDUSTRY ->
          texts((profile, edit) ->
              edit.excludedIndustries(plus(profile.excludedIndustries(), text))
                  .industries(minus(profile.industries(), text)));
      case SENIORITY ->
          Levels.of(Seniority.class, text)
              .map(levels ->
                  new ProfileChange(profile ->
                      new ProfileEdit(profile)
                          .seniorities(levels.among(profile.seniorities()))
                          .profile()));
      case WORKPLACE ->
          Levels.of(Workplace.class, text)
              .filter(Levels::unranked)
              .map(levels ->
                  new ProfileChange(profile ->
                      new ProfileEdit(profile)
                          .workplaces(levels.among(profile.workplaces()))
                          .profile()));
      case EMPLOYMENT_TYPE ->
          Levels.of(EmploymentType.class, text)
              .filter(Levels::unranked)
              .map(levels ->
                  new ProfileChange(profile ->
                      new ProfileEdit(profile)
                          .employmentTypes(levels.among(profile.employmentTypes()))
                          .profile()));
      case SALARY ->
          LeastPay.parse(text)
              .map(pay ->
                  new ProfileChange(profile ->
                      new ProfileEdit(profile).salary(raised(profile.salary(), pay)).profile()));
    };
  }

  /** The profile with the change. */
  public SearchProfile applyTo(SearchProfile profile) {
    return change.apply(profile);
  }

  private interface TextChange {
    ProfileEdit edit(SearchProfile profile, ProfileEdit edit);
  }

  private static Optional<ProfileChange> texts(TextChange change) {
    return Optional.of(
        new ProfileChange(profile -> change.edit(profile, new ProfileEdit(profile)).profile()));
  }

  private static List<String> plus(@Nullable List<String> list, String text) {
    return plus(list, text, UnaryOperator.identity());
  }

  private static List<String> plus(
      @Nullable List<String> list, String text, UnaryOperator<String> name) {
    List<String> former = Objects.requireNonNullElse(list, List.of());
    return former.stream().anyMatch(same(text, name))
        ? former
        : Stream.concat(former.stream(), Stream.of(text)).toList();
  }

  private static List<String> minus(@Nullable List<String> list, String text) {
    return minus(list, text, UnaryOperator.identity());
  }

  private static List<String> minus(
      @Nullable List<String> list, String text, UnaryOperator<String> name) {
    List<String> rest = new ArrayList<>(Objects.requireNonNullElse(list, List.of()));
    rest.removeIf(same(text, name));
    return rest;
  }

  private static Predicate<String> same(String text, UnaryOperator<String> name) {
    String wanted = name.apply(text);
    return entry -> name.apply(entry).equalsIgnoreCase(wanted);
  }

  /**
   * A higher demand stays, by the year; so does one in another currency: who knows which is more.
   */
  private static Salary raised(@Nullable Salary former, Salary least) {
    if (former == null) {
      return least;
    }
    return former.currency().equals(least.currency()) && Pay.asksForLess(former, least)
        ? least
        : former;
  }
}
