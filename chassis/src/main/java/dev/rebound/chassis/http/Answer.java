package dev.rebound.chassis.http;

import org.jspecify.annotations.Nullable;

/**
 * What a command answers when it holds.
 *
 * @param status 200, 201 or 202
 * @param location the path of what was made
 * @param body written as JSON; null for no body
 */
public record Answer(int status, @Nullable String location, @Nullable Object body) {

  /** Made, with a path and a body. */
  public static Answer created(String location, Object body) {
    return new Answer(201, location, body);
  }

  /** Done, with a body. */
  public static Answer ok(Object body) {
    return new Answer(200, null, body);
  }
}
