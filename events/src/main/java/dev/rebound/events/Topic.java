package dev.rebound.events;

/** The Kafka topics, each written by exactly one service. */
public enum Topic {
  APPLICATIONS("rebound.applications", "/application-service"),
  FEEDBACK("rebound.feedback", "/feedback-service"),
  INSIGHTS("rebound.insights", "/insights-service");

  /** Where records go that a consumer could not read. */
  public static final String DEAD_LETTERS = "rebound.dead-letters";

  private final String address;
  private final String source;

  Topic(String address, String source) {
    this.address = address;
    this.source = source;
  }

  /** The topic's name on the broker. */
  public String address() {
    return address;
  }

  /** The CloudEvents source of its records, which is the service that writes it. */
  public String source() {
    return source;
  }

  /** The topic an event is published on. */
  public static Topic of(ReboundEvent event) {
    return switch (event) {
      case ApplicationEvent _ -> APPLICATIONS;
      case FeedbackEvent _ -> FEEDBACK;
      case InsightsEvent _ -> INSIGHTS;
    };
  }
}
