package dev.rebound.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.EventType.WireName;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

  @ParameterizedTest
  @EnumSource
  void whatThisBuildWritesItReads(EventType type) {
    assertThat(EventType.parse(type.wireName()))
        .isEqualTo(new WireName.Known(type, type.version()));
  }

  @ParameterizedTest
  @EnumSource
  void aLaterVersionIsNewer(EventType type) {
    int later = type.version() + 1;

    assertThat(EventType.parse("rebound." + type.eventName() + ".v" + later))
        .isEqualTo(new WireName.Newer(type, later));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebound.ApplicationFramed.v1",
        "other.ApplicationRejected.v1",
        "ApplicationRejected.v1",
        "rebound.applicationrejected.v1",
        "rebound.APPLICATION_REJECTED.v1",
        "rebound.ApplicationEvent$ApplicationRejected.v1"
      })
  void whatThisBuildDoesNotKnowIsUnknown(String name) {
    assertThat(EventType.parse(name)).isEqualTo(new WireName.Unknown(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "rebound.",
        ".v1",
        "rebound.v1",
        "rebound..v1",
        "rebound.ApplicationRejected",
        "rebound.ApplicationRejected.v",
        "rebound.ApplicationRejected.v0",
        "rebound.ApplicationRejected.v01",
        "rebound.ApplicationRejected.v-1",
        "rebound.ApplicationRejected.v+1",
        "rebound.ApplicationRejected.v1.0",
        "rebound.ApplicationRejected.v1 ",
        "rebound.ApplicationRejected.v1\n",
        "rebound.ApplicationRejected.V1",
        "rebound.ApplicationRejected.v\u0661",
        "rebound.ApplicationRejected.v10000",
        "rebound.ApplicationRejected.v99999999999999999999"
      })
  void whatIsMalformedIsUnknown(String name) {
    assertThat(EventType.parse(name)).isEqualTo(new WireName.Unknown(name));
  }

  @Test
  void everyEventHasExactlyOneType() {
    Stream<Class<?>> records =
        Arrays.stream(ReboundEvent.class.getPermittedSubclasses())
            .flatMap(topic -> Arrays.stream(topic.getPermittedSubclasses()));

    assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::record))
        .containsExactlyInAnyOrderElementsOf(records.toList());
  }

  /** Written down a second time on purpose: who changes a name here orphans what is stored. */
  @Test
  void theNamesStay() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::eventName))
        .contains(
            "ApplicationSubmitted",
            "ApplicationCorrected",
            "StageReached",
            "ApplicationRejected",
            "ApplicationReopened",
            "ApplicationWithdrawn",
            "OfferReceived",
            "ReflectionCompleted",
            "ConsentChanged",
            "SubjectErased",
            "FeedbackRequested",
            "FeedbackReceived",
            "FeedbackDetailRequested",
            "FeedbackReminded",
            "FeedbackDeclined",
            "FeedbackRequestExpired",
            "FeedbackRequestCancelled",
            "CauseReclassified",
            "GoalAdopted",
            "GoalChanged",
            "GoalCheckedIn",
            "GoalAchieved",
            "GoalAbandoned",
            "RefinementAccepted",
            "RefinementDismissed",
            "SearchProfileChanged");
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void theTypeOfAnEventIsThatOfItsRecord(Golden golden) {
    ReboundEvent event = EventJson.read(golden.type(), golden.version(), golden.minimal());

    assertThat(EventType.of(event)).isEqualTo(golden.type());
  }

  static Stream<Golden> goldens() {
    return Golden.all();
  }
}
