package dev.rebound.events;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The wire names. Written down, never derived from a class name, so that renaming a class cannot
 * make history unreadable.
 *
 * <p>A wire name is {@code rebound.NAME.vVERSION}; the version is that of the newest shape. Older
 * versions are lifted by {@link Upcasting} before they are bound to the record.
 */
public enum EventType {
  APPLICATION_SUBMITTED("ApplicationSubmitted", ApplicationEvent.ApplicationSubmitted.class),
  APPLICATION_CORRECTED("ApplicationCorrected", ApplicationEvent.ApplicationCorrected.class),
  STAGE_REACHED("StageReached", ApplicationEvent.StageReached.class),
  APPLICATION_REJECTED("ApplicationRejected", ApplicationEvent.ApplicationRejected.class),
  APPLICATION_REOPENED("ApplicationReopened", ApplicationEvent.ApplicationReopened.class),
  APPLICATION_WITHDRAWN("ApplicationWithdrawn", ApplicationEvent.ApplicationWithdrawn.class),
  OFFER_RECEIVED("OfferReceived", ApplicationEvent.OfferReceived.class),
  REFLECTION_COMPLETED("ReflectionCompleted", ApplicationEvent.ReflectionCompleted.class),
  CONSENT_CHANGED("ConsentChanged", ApplicationEvent.ConsentChanged.class),
  SUBJECT_ERASED("SubjectErased", ApplicationEvent.SubjectErased.class),

  FEEDBACK_REQUESTED("FeedbackRequested", FeedbackEvent.FeedbackRequested.class),
  FEEDBACK_RECEIVED("FeedbackReceived", FeedbackEvent.FeedbackReceived.class),
  FEEDBACK_DETAIL_REQUESTED("FeedbackDetailRequested", FeedbackEvent.FeedbackDetailRequested.class),
  FEEDBACK_REMINDED("FeedbackReminded", FeedbackEvent.FeedbackReminded.class),
  FEEDBACK_DECLINED("FeedbackDeclined", FeedbackEvent.FeedbackDeclined.class),
  FEEDBACK_REQUEST_EXPIRED("FeedbackRequestExpired", FeedbackEvent.FeedbackRequestExpired.class),
  FEEDBACK_REQUEST_CANCELLED(
      "FeedbackRequestCancelled", FeedbackEvent.FeedbackRequestCancelled.class),

  CAUSE_RECLASSIFIED("CauseReclassified", InsightsEvent.CauseReclassified.class),
  GOAL_ADOPTED("GoalAdopted", InsightsEvent.GoalAdopted.class),
  GOAL_CHANGED("GoalChanged", InsightsEvent.GoalChanged.class),
  GOAL_CHECKED_IN("GoalCheckedIn", InsightsEvent.GoalCheckedIn.class),
  GOAL_ACHIEVED("GoalAchieved", InsightsEvent.GoalAchieved.class),
  GOAL_ABANDONED("GoalAbandoned", InsightsEvent.GoalAbandoned.class),
  REFINEMENT_ACCEPTED("RefinementAccepted", InsightsEvent.RefinementAccepted.class),
  REFINEMENT_DISMISSED("RefinementDismissed", InsightsEvent.RefinementDismissed.class),
  SEARCH_PROFILE_CHANGED("SearchProfileChanged", InsightsEvent.SearchProfileChanged.class);

  private static final String PREFIX = "rebound.";
  private static final Map<Class<? extends ReboundEvent>, EventType> BY_RECORD =
      Arrays.stream(values()).collect(Collectors.toMap(t -> t.record, Function.identity()));
  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(t -> t.eventName, Function.identity()));

  /** All that this build reads, by wire name: it is asked for each event. */
  private static final Map<String, WireName.Known> KNOWN =
      Arrays.stream(values())
          .flatMap(type ->
              IntStream.rangeClosed(1, type.version)
                  .mapToObj(version -> new WireName.Known(type, version)))
          .collect(
              Collectors.toMap(
                  known -> known.type().wireName(known.version()), Function.identity()));

  private final String eventName;
  private final int version;
  private final Class<? extends ReboundEvent> record;

  EventType(String eventName, Class<? extends ReboundEvent> record) {
    this(eventName, 1, record);
  }

  EventType(String eventName, int version, Class<? extends ReboundEvent> record) {
    this.eventName = eventName;
    this.version = version;
    this.record = record;
  }

  /** The name without prefix and version, such as {@code ApplicationRejected}. */
  public String eventName() {
    return eventName;
  }

  /** The newest version that this build writes. */
  public int version() {
    return version;
  }

  /** The record that holds it. */
  public Class<? extends ReboundEvent> record() {
    return record;
  }

  /** The {@code ce_type} this build writes, such as {@code rebound.ApplicationRejected.v1}. */
  public String wireName() {
    return wireName(version);
  }

  private String wireName(int ofVersion) {
    return PREFIX + eventName + ".v" + ofVersion;
  }

  /** The type of an event. */
  public static EventType of(ReboundEvent event) {
    EventType type = BY_RECORD.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException("no wire name for " + event.getClass().getSimpleName());
    }
    return type;
  }

  /**
   * Reads a wire name.
   *
   * @return what it means to this build: a known version, a known type in a version this build
   *     cannot read, or nothing it knows
   */
  public static WireName parse(String wireName) {
    WireName known = KNOWN.get(wireName);
    return known == null ? unread(wireName) : known;
  }

  /** What a name means that is none of {@link #KNOWN}. */
  private static WireName unread(String wireName) {
    int dot = wireName.lastIndexOf(".v");
    if (!wireName.startsWith(PREFIX) || dot <= PREFIX.length()) {
      return new WireName.Unknown(wireName);
    }
    EventType type = BY_NAME.get(wireName.substring(PREFIX.length(), dot));
    String digits = wireName.substring(dot + 2);
    return type == null || !digits.matches("[1-9][0-9]{0,3}")
        ? new WireName.Unknown(wireName)
        : new WireName.Newer(type, Integer.parseInt(digits));
  }

  /** What a wire name means to this build. */
  public sealed interface WireName {
    /** A type and version that this build reads. */
    record Known(EventType type, int version) implements WireName {}

    /** A type this build knows in a version it cannot read: its stream must wait. */
    record Newer(EventType type, int version) implements WireName {}

    /** A type this build does not know: counted and skipped. */
    record Unknown(String name) implements WireName {}
  }
}
