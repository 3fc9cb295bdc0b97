package dev.rebound.journeys;

import dev.rebound.localstack.demo.Api;
import java.util.List;
import java.util.Map;

/** Writes a word into every text that a candidate can write. */
final class EveryText {

  private EveryText() {}

  /**
   * Records an application, reflects on it, adds feedback and a goal.
   *
   * @return the address of the application
   */
  static String write(Whole whole, Api api, String canary) {
    String all = whole.url("application") + "/api/v1/applications";
    String one =
        all
            + "/"
            + api.post(
                    all,
                    Map.of(
                        "posting",
                        Map.of(
                            "title", "Title " + canary,
                            "company", "Company " + canary,
                            "location", "Place " + canary,
                            "industry", "Industry " + canary,
                            "description", "Write " + canary + " every day.",
                            "languages", List.of("Language " + canary)),
                        "appliedOn",
                        "2026-09-01",
                        "recruiter",
                        Map.of("name", "Name " + canary, "email", canary + "@example.net")))
                .body()
                .path("id")
                .asText();
    api.post(
        one + "/stages",
        Map.of("kind", "TECHNICAL_INTERVIEW", "reachedOn", "2026-09-05", "note", "Note " + canary));
    api.post(
        one + "/rejection",
        Map.of(
            "stage",
            "TECHNICAL_INTERVIEW",
            "rejectedOn",
            "2026-09-10",
            "message",
            "Your explanations were hard to follow, " + canary + ".",
            "reason",
            "Reason " + canary));
    api.post(
        one + "/reflection/completion",
        Map.of(
            "stages",
            List.of(
                Map.of(
                    "kind",
                    "TECHNICAL_INTERVIEW",
                    "rank",
                    1,
                    "rating",
                    3,
                    "wentWell",
                    "Well " + canary,
                    "toImprove",
                    "Improve " + canary)),
            "causes",
            List.of(Map.of("theme", "COMMUNICATION", "note", "Cause " + canary)),
            "lessons",
            "Lesson " + canary));
    api.post(
        whole.url("feedback") + "/api/v1/feedback",
        Map.of(
            "source", "MENTOR",
            "receivedOn", "2026-09-12",
            "comments", "Explanations were unclear, " + canary + "."));
    api.post(
        whole.url("insights") + "/api/v1/growth-plan/goals",
        Map.of("theme", "COMMUNICATION", "statement", "Goal " + canary));
    return one;
  }
}
