package dev.rebound.insights.preparation;

import static dev.rebound.events.StageKind.APPLICATION_REVIEW;
import static dev.rebound.events.StageKind.ASSESSMENT;
import static dev.rebound.events.StageKind.FINAL_INTERVIEW;
import static dev.rebound.events.StageKind.MANAGER_INTERVIEW;
import static dev.rebound.events.StageKind.OFFER;
import static dev.rebound.events.StageKind.PANEL_INTERVIEW;
import static dev.rebound.events.StageKind.RECRUITER_SCREEN;
import static dev.rebound.events.StageKind.TECHNICAL_INTERVIEW;

import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.Set;

/** Which stages usually test a theme: judgement, not measurement. */
final class TestedIn {

  private static final Set<StageKind> TALKS =
      Set.of(
          RECRUITER_SCREEN,
          TECHNICAL_INTERVIEW,
          MANAGER_INTERVIEW,
          PANEL_INTERVIEW,
          FINAL_INTERVIEW);

  private TestedIn() {}

  static Set<StageKind> stagesOf(Theme theme) {
    return switch (theme) {
      case TECHNICAL_DEPTH -> Set.of(ASSESSMENT, TECHNICAL_INTERVIEW, PANEL_INTERVIEW);
      case PROBLEM_SOLVING -> Set.of(ASSESSMENT, TECHNICAL_INTERVIEW);
      case SYSTEM_DESIGN -> Set.of(TECHNICAL_INTERVIEW, PANEL_INTERVIEW);
      case WORK_SAMPLE -> Set.of(ASSESSMENT, PANEL_INTERVIEW);
      case COMMUNICATION, ANSWER_STRUCTURE, COMPOSURE, LOCAL_LANGUAGE -> TALKS;
      case PREPARATION, MOTIVATION ->
          Set.of(RECRUITER_SCREEN, MANAGER_INTERVIEW, PANEL_INTERVIEW, FINAL_INTERVIEW);
      case COLLABORATION, LEADERSHIP, CULTURE_FIT ->
          Set.of(MANAGER_INTERVIEW, PANEL_INTERVIEW, FINAL_INTERVIEW);
      case PROFESSIONALISM -> Set.of(StageKind.values());
      case APPLICATION_MATERIALS -> Set.of(APPLICATION_REVIEW);
      case CREDENTIALS, SENIORITY, OVERQUALIFIED ->
          Set.of(APPLICATION_REVIEW, RECRUITER_SCREEN, MANAGER_INTERVIEW);
      case DOMAIN_EXPERIENCE ->
          Set.of(APPLICATION_REVIEW, RECRUITER_SCREEN, MANAGER_INTERVIEW, PANEL_INTERVIEW);
      case SALARY_EXPECTATIONS, LOCATION_ELIGIBILITY ->
          Set.of(RECRUITER_SCREEN, FINAL_INTERVIEW, OFFER);
      case POSITION_CLOSED, STRONGER_CANDIDATE, UNSPECIFIED -> Set.of();
    };
  }
}
