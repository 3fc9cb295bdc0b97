package dev.rebound.images;

import java.util.List;

/**
 * One of the four applications.
 *
 * @param part what the local stack calls it
 * @param name its image and its module
 * @param port where it listens if nobody says otherwise
 * @param description for people who find the image
 */
record Application(String part, String name, int port, String description) {
  /** All four. */
  static final List<Application> ALL =
      List.of(
          new Application(
              "application",
              "application-service",
              8081,
              "Applications, stages, rejections and reflections"),
          new Application(
              "feedback", "feedback-service", 8082, "Asks for feedback, receives it, judges it"),
          new Application(
              "insights",
              "insights-service",
              8083,
              "What rejections and feedback add up to, the growth plan, the search"),
          new Application("web", "web", 8080, "The pages, the session, and the one origin"));
}
