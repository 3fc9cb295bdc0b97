package dev.rebound.insights.search;

import dev.rebound.events.EmploymentType;
import dev.rebound.events.Salary;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile while some of its parts are replaced. */
final class ProfileEdit {

  private final SearchProfile former;
  private @Nullable List<String> titles;
  private @Nullable List<String> preferredTerms;
  private @Nullable List<String> excludedTerms;
  private @Nullable List<String> locations;
  private @Nullable List<String> excludedLocations;
  private @Nullable List<String> languages;
  private @Nullable List<String> excludedLanguages;
  private @Nullable List<String> industries;
  private @Nullable List<String> excludedIndustries;
  private @Nullable List<Workplace> workplaces;
  private @Nullable List<EmploymentType> employmentTypes;
  private @Nullable List<Seniority> seniorities;
  private @Nullable Salary salary;

  ProfileEdit(SearchProfile former) {
    this.former = former;
    this.titles = former.titles();
    this.preferredTerms = former.preferredTerms();
    this.excludedTerms = former.excludedTerms();
    this.locations = former.locations();
    this.excludedLocations = former.excludedLocations();
    this.languages = former.languages();
    this.excludedLanguages = former.excludedLanguages();
    this.industries = former.industries();
    this.excludedIndustries = former.excludedIndustries();
    this.workplaces = former.workplaces();
    this.employmentTypes = former.employmentTypes();
    this.seniorities = former.seniorities();
    this.salary = former.salary();
  }

  ProfileEdit titles(List<String> names) {
    titles = names;
    return this;
  }

  ProfileEdit preferredTerms(List<String> terms) {
    preferredTerms = terms;
    return this;
  }

  ProfileEdit excludedTerms(List<String> terms) {
    excludedTerms = terms;
    return this;
  }

  ProfileEdit locations(List<String> places) {
    locations = places;
    return this;
  }

  ProfileEdit excludedLocations(List<String> places) {
    excludedLocations = places;
    return this;
  }

  ProfileEdit languages(List<String> names) {
    languages = names;
    return this;
  }

  ProfileEdit excludedLanguages(List<String> names) {
    excludedLanguages = names;
    return this;
  }

  ProfileEdit industries(List<String> names) {
    industries = names;
    return this;
  }

  ProfileEdit excludedIndustries(List<String> names) {
    excludedIndustries = names;
    return this;
  }

  ProfileEdit workplaces(List<Workplace> codes) {
    workplaces = codes;
    return this;
  }

  ProfileEdit employmentTypes(List<EmploymentType> codes) {
    employmentTypes = codes;
    return this;
  }

  ProfileEdit seniorities(List<Seniority> codes) {
    seniorities = codes;
    return this;
  }

  ProfileEdit salary(Salary pay) {
    salary = pay;
    return this;
  }

  SearchProfile profile() {
    return new SearchProfile(
        titles,
        preferredTerms,
        excludedTerms,
        locations,
        excludedLocations,
        workplaces,
        employmentTypes,
        seniorities,
        languages,
        excludedLanguages,
        industries,
        excludedIndustries,
        salary,
        former.distanceKm(),
        former.maxAgeDays());
  }
}
