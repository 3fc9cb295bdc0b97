package dev.rebound.application.boards;

import static dev.rebound.events.StageKind.APPLICATION_REVIEW;
import static dev.rebound.events.StageKind.ASSESSMENT;
import static dev.rebound.events.StageKind.FINAL_INTERVIEW;
import static dev.rebound.events.StageKind.MANAGER_INTERVIEW;
import static dev.rebound.events.StageKind.OFFER;
import static dev.rebound.events.StageKind.PANEL_INTERVIEW;
import static dev.rebound.events.StageKind.RECRUITER_SCREEN;
import static dev.rebound.events.StageKind.TECHNICAL_INTERVIEW;

import dev.rebound.events.StageKind;
import java.util.Map;
import java.util.Optional;

/**
 * What the names mean that the vendors' plans begin with, and the usual ones beside them. One table
 * for all: no name means one thing with one vendor and another with the next.
 */
final class StageNames {

  private static final Map<String, StageKind> KINDS =
      Map.ofEntries(
          Map.entry("application review", APPLICATION_REVIEW),
          Map.entry("application", APPLICATION_REVIEW),
          Map.entry("applied", APPLICATION_REVIEW),
          Map.entry("applicant", APPLICATION_REVIEW),
          Map.entry("new applicant", APPLICATION_REVIEW),
          Map.entry("new lead", APPLICATION_REVIEW),
          Map.entry("lead", APPLICATION_REVIEW),
          Map.entry("resume review", APPLICATION_REVIEW),
          Map.entry("cv review", APPLICATION_REVIEW),
          Map.entry("preliminary phone screen", RECRUITER_SCREEN),
          Map.entry("phone screen", RECRUITER_SCREEN),
          Map.entry("phone interview", RECRUITER_SCREEN),
          Map.entry("recruiter screen", RECRUITER_SCREEN),
          Map.entry("recruiter call", RECRUITER_SCREEN),
          Map.entry("initial screen", RECRUITER_SCREEN),
          Map.entry("assessment", ASSESSMENT),
          Map.entry("take home test", ASSESSMENT),
          Map.entry("take-home test", ASSESSMENT),
          Map.entry("take home", ASSESSMENT),
          Map.entry("take-home", ASSESSMENT),
          Map.entry("coding challenge", ASSESSMENT),
          Map.entry("skills test", ASSESSMENT),
          Map.entry("technical interview", TECHNICAL_INTERVIEW),
          Map.entry("technical phone screen", TECHNICAL_INTERVIEW),
          Map.entry("technical screen", TECHNICAL_INTERVIEW),
          Map.entry("tech screen", TECHNICAL_INTERVIEW),
          Map.entry("hiring manager interview", MANAGER_INTERVIEW),
          Map.entry("hiring manager screen", MANAGER_INTERVIEW),
          Map.entry("hiring manager", MANAGER_INTERVIEW),
          Map.entry("manager interview", MANAGER_INTERVIEW),
          Map.entry("face to face", PANEL_INTERVIEW),
          Map.entry("on-site interview", PANEL_INTERVIEW),
          Map.entry("onsite interview", PANEL_INTERVIEW),
          Map.entry("on-site", PANEL_INTERVIEW),
          Map.entry("onsite", PANEL_INTERVIEW),
          Map.entry("panel interview", PANEL_INTERVIEW),
          Map.entry("team interview", PANEL_INTERVIEW),
          Map.entry("final interview", FINAL_INTERVIEW),
          Map.entry("final round", FINAL_INTERVIEW),
          Map.entry("executive interview", FINAL_INTERVIEW),
          Map.entry("offer", OFFER));

  private StageNames() {}

  /**
   * The kind of a stage.
   *
   * @param name in lower case
   */
  static Optional<StageKind> kind(String name) {
    return Optional.ofNullable(KINDS.get(name));
  }
}
