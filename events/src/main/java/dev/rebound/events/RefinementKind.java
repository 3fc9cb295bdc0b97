package dev.rebound.events;

/** What a search refinement changes in the search profile. */
public enum RefinementKind {
  EXCLUDE_TERM,
  PREFER_TERM,
  SENIORITY,
  WORKPLACE,
  LOCATION,
  LANGUAGE,
  SALARY,
  INDUSTRY,
  EMPLOYMENT_TYPE
}
