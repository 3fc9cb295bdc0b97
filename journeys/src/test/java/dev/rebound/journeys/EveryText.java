package dev.rebound.journeys;

import static org.awaitility.Awaitility.await;

import dev.rebound.localstack.Trouble;
import dev.rebound.localstack.demo.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a word into every text that a candidate can write. */
record EveryText(Whole whole, Api api, String word) {

  /** How long what was written may take to another service. */
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  private static final String TABLE =
      """
      id,title,company,location,industry,url,languages,description,appliedOn,stages,rejectedOn,\
      message,reason,recruiterName,recruiterEmail
      table-WORD,Imported title WORD,Imported company WORD,Imported place WORD,\
      Imported industry WORD,https://jobs.example/imported/WORD,Imported language WORD,\
      Imported description WORD,2026-08-01,TECHNICAL_INTERVIEW 2026-08-10: Imported note WORD,\
      2026-08-20,Imported message WORD,Imported reason WORD,Imported name WORD,\
      table-WORD@example.net
      """;

  /** A posting with a word in every text. */
  static Map<String, Object> posting(String word) {
    return Map.of(
        "title", "Title " + word,
        "company", "Company " + word,
        "location", "Place " + word,
        "industry", "Industry " + word,
        "url", "https://jobs.example/" + word,
        "description", "Write " + word + " every day.",
        "languages", List.of("Language " + word));
  }

  /** A recruiter with a word in the name and the address. */
  static Map<String, String> recruiter(String word) {
    return Map.of("name", "Name " + word, "email", word + "@example.net");
  }

  /**
   * Records applications by hand and by a table, reflects on them, finished and not, adds feedback,
   * goals and a search, asks a recruiter and corrects how a sentence was read.
   *
   * @return the address of the application that was rejected
   */
  static String write(Whole whole, Api api, String word) {
    EveryText text = new EveryText(whole, api, word);
    String one = text.rejected();
    text.reflected(one);
    text.drafted();
    api.post(text.application("import"), "text/csv", TABLE.replace("WORD", word));
    text.given();
    text.planned();
    text.looked();
    text.asked(one);
    text.corrected();
    return one;
  }

  private String rejected() {
    String one = applied(word);
    api.post(
        one + "/stages",
        Map.of("kind", "TECHNICAL_INTERVIEW", "reachedOn", "2026-09-05", "note", "Note " + word));
    api.post(
        one + "/rejection",
        Map.of(
            "stage",
            "TECHNICAL_INTERVIEW",
            "rejectedOn",
            "2026-09-10",
            "message",
            "Your explanations were hard to follow, " + word + ".",
            "reason",
            "Reason " + word));
    return one;
  }

  private String applied(String own) {
    String all = application("applications");
    Map<String, Object> submitted =
        Map.of(
            "posting", posting(own),
            "appliedOn", "2026-09-01",
            "recruiter", recruiter(own));
    return all + "/" + api.post(all, submitted).body().path("id").asText();
  }

  private void reflected(String one) {
    api.post(
        one + "/reflection/completion",
        reflection("Well ", "Improve ", "Cause ", "Component ", "Lesson "));
  }

  private void drafted() {
    String second = applied("second-" + word);
    api.put(
        second + "/reflection",
        reflection(
            "Drafted well ",
            "Drafted improvement ",
            "Drafted cause ",
            "Drafted component ",
            "Drafted lesson "));
    api.post(second + "/withdrawal", Map.of("reason", "Withdrawn " + word));
  }

  private Map<String, Object> reflection(
      String well, String improvement, String cause, String component, String lesson) {
    return Map.of(
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
                well + word,
                "toImprove",
                improvement + word)),
        "causes",
        List.of(Map.of("theme", "COMMUNICATION", "note", cause + word)),
        "role",
        Map.of(
            "dayToDay",
            3,
            "components",
            List.of(Map.of("text", component + word, "energy", "ENERGIZING"))),
        "lessons",
        lesson + word);
  }

  private void given() {
    api.post(
        whole.url("feedback") + "/api/v1/feedback",
        Map.of(
            "source", "MENTOR",
            "receivedOn", "2026-09-12",
            "comments", "Explanations were unclear, " + word + "."));
  }

  private void planned() {
    String kept = goal(word);
    api.post(kept + "/check-ins", Map.of("note", "Check-in " + word, "progress", 50));
    api.post(kept + "/achievement", Map.of("note", "Achieved " + word));
    api.post(goal("dropped-" + word) + "/abandonment", Map.of("reason", "Dropped " + word));
  }

  private String goal(String own) {
    String all = insights("growth-plan/goals");
    Map<String, Object> goal =
        Map.of(
            "theme",
            "COMMUNICATION",
            "statement",
            "Goal " + own,
            "focalPoints",
            List.of("Focal point " + own),
            "actions",
            List.of("Action " + own));
    return all + "/" + api.post(all, goal).body().path("id").asText();
  }

  private void looked() {
    api.put(
        insights("search-profile"),
        Map.of(
            "titles", List.of("Wanted title " + word),
            "preferredTerms", List.of("Preferred " + word),
            "excludedTerms", List.of("Excluded " + word),
            "locations", List.of("Near " + word),
            "excludedLocations", List.of("Far " + word),
            "languages", List.of("Spoken " + word),
            "excludedLanguages", List.of("Unspoken " + word),
            "industries", List.of("Trade " + word),
            "excludedIndustries", List.of("Other trade " + word)));
  }

  /** Another than the recruiter of the application, who is asked without it. */
  private void asked(String one) {
    Map<String, Object> question =
        Map.of(
            "applicationId", one.substring(one.lastIndexOf('/') + 1),
            "recruiter", recruiter("asked-" + word),
            "message", "Question " + word);
    await()
        .atMost(ARRIVAL)
        .ignoreExceptionsInstanceOf(Trouble.class)
        .untilAsserted(
            () -> api.post(whole.url("feedback") + "/api/v1/feedback-requests", question));
  }

  private void corrected() {
    String evidence =
        await().atMost(ARRIVAL).until(this::evidence, Optional::isPresent).orElseThrow();
    api.put(insights("insights/causes/" + evidence), Map.of("control", "LONG_TERM"));
  }

  /** Something that was said with the word in it, as it was read. */
  private Optional<String> evidence() {
    return api.get(insights("insights/weaknesses")).body().findParents("quote").stream()
        .filter(evidence -> evidence.path("quote").asText().contains(word))
        .map(evidence -> evidence.path("id").asText())
        .findFirst();
  }

  private String application(String path) {
    return whole.url("application") + "/api/v1/" + path;
  }

  private String insights(String path) {
    return whole.url("insights") + "/api/v1/" + path;
  }
}
