package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What somebody is told who asks for everything that is held of them.
 *
 * @param held the document with the parts of all services
 * @param word stands in all of their texts, whoever wrote them
 */
record Told(JsonNode held, String word) {

  /** Fails where a text is missing, or a part of what was done. */
  void isComplete() {
    assertThat(held.fieldNames()).toIterable().containsOnly("application", "feedback", "insights");
    isWrittenIn("application", BY_HAND);
    isWrittenIn("application", REFLECTED);
    isWrittenIn("application", IMPORTED);
    isWrittenIn("application", REPORTED);
    isWrittenIn("feedback", GIVEN);
    isWrittenIn("insights", DECIDED);
    isReportedAsItWaitedAndAsItIs();
    assertThat(types("application"))
        .contains(
            "ApplicationSubmitted",
            "ApplicationCorrected",
            "StageReached",
            "ApplicationRejected",
            "ApplicationWithdrawn",
            "ReflectionCompleted",
            "ConsentChanged");
    assertThat(types("feedback"))
        .contains("FeedbackRequested", "FeedbackReceived", "FeedbackDeclined");
    assertThat(types("insights"))
        .contains(
            "GoalAdopted",
            "GoalCheckedIn",
            "GoalAchieved",
            "GoalAbandoned",
            "SearchProfileChanged",
            "CauseReclassified");
  }

  /** What waited for them is told twice: as a board has reported it, and as it was adopted. */
  private void isReportedAsItWaitedAndAsItIs() {
    assertThat(events("application").filter(event -> isOf(event, "ApplicationSubmitted")))
        .extracting(event -> event.path("data").path("posting").path("title").asText())
        .containsExactlyInAnyOrderElementsOf(
            with(
                "Title WORD",
                "Title second-WORD",
                "Imported title WORD",
                "Title waited-WORD",
                "Title waited-WORD",
                "Title announced-WORD",
                "Title announced-WORD",
                "Title listed-WORD",
                "Title delivered-WORD"));
    JsonNode application = held.path("application");
    assertThat(each(application.path("reportedByBoards")))
        .hasSize(2)
        .allMatch(reported -> reported.hasNonNull("adoptedAt"));
    assertThat(each(application.path("toldToBoards")))
        .extracting(told -> told.path("type").asText())
        .contains("feedback.requested", "feedback.received", "consent.changed");
  }

  private void isWrittenIn(String service, List<String> texts) {
    assertThat(held.path(service).toString()).contains(with(texts.toArray(String[]::new)));
  }

  private List<String> with(String... texts) {
    return Arrays.stream(texts).map(text -> text.replace("WORD", word)).toList();
  }

  private List<String> types(String service) {
    return events(service).map(event -> event.path("type").asText()).toList();
  }

  private Stream<JsonNode> events(String service) {
    return each(held.path(service).path("events"));
  }

  private static boolean isOf(JsonNode event, String type) {
    return event.path("type").asText().equals(type);
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static final List<String> BY_HAND =
      List.of(
          "Title WORD",
          "Company WORD",
          "Place WORD",
          "Industry WORD",
          "https://jobs.example/WORD",
          "Language WORD",
          "Write WORD every day.",
          "Name WORD",
          "\"WORD@example.net",
          "Note WORD",
          "hard to follow, WORD",
          "Reason WORD",
          "Withdrawn WORD");

  private static final List<String> REFLECTED =
      List.of(
          "Well WORD",
          "Improve WORD",
          "Cause WORD",
          "Component WORD",
          "Lesson WORD",
          "Drafted well WORD",
          "Drafted improvement WORD",
          "Drafted cause WORD",
          "Drafted component WORD",
          "Drafted lesson WORD");

  private static final List<String> IMPORTED =
      List.of(
          "Imported title WORD",
          "Imported company WORD",
          "Imported place WORD",
          "Imported industry WORD",
          "https://jobs.example/imported/WORD",
          "Imported language WORD",
          "Imported description WORD",
          "Imported note WORD",
          "Imported message WORD",
          "Imported reason WORD",
          "Imported name WORD",
          "table-WORD@example.net");

  private static final List<String> REPORTED =
      List.of(
          "\"p-WORD\"",
          "\"g-WORD\"",
          "Company waited-WORD",
          "Place waited-WORD",
          "Industry waited-WORD",
          "https://jobs.example/waited-WORD",
          "Language waited-WORD",
          "Write waited-WORD every day.",
          "Applicant waited-WORD",
          "Message waited-WORD",
          "Reason waited-WORD",
          "Name waited-WORD",
          "waited-WORD@example.net",
          "Place announced-WORD",
          "Applicant announced-WORD",
          "Reason announced-WORD",
          "Name announced-WORD",
          "announced-WORD@example.net",
          "Applicant listed-WORD",
          "Message listed-WORD",
          "Reason listed-WORD",
          "Name listed-WORD",
          "Applicant delivered-WORD",
          "Reason delivered-WORD",
          "Name delivered-WORD");

  private static final List<String> GIVEN =
      List.of(
          "unclear, WORD",
          "Question WORD",
          "Name asked-WORD",
          "asked-WORD@example.net",
          "left out the cache, WORD",
          "Comment WORD",
          "left out the cache, waited-WORD",
          "Comment waited-WORD",
          "left out the cache, listed-WORD",
          "Comment listed-WORD",
          "Declined asked-WORD");

  private static final List<String> DECIDED =
      List.of(
          "Goal WORD",
          "Focal point WORD",
          "Action WORD",
          "Check-in WORD",
          "Achieved WORD",
          "Goal dropped-WORD",
          "Dropped WORD",
          "Wanted title WORD",
          "Preferred WORD",
          "Excluded WORD",
          "Near WORD",
          "Far WORD",
          "Spoken WORD",
          "Unspoken WORD",
          "Trade WORD",
          "Other trade WORD");
}
