package dev.rebound.chassis.http;

import org.jspecify.annotations.Nullable;

/**
 * What a command answers when it holds.
 *
 * @param status 200, 201 or 202
 * @param location the path of what was made
 * @param body written as JSON; null for no body
 * @param kept the body as it is kept for a repeat, under the caller's key and for two days: without
 *     words that are of somebody else
 */
public record Answer(
    int status, @Nullable String location, @Nullable Object body, @Nullable Object kept) {

  /** One that is kept as it is. */
  public Answer(int status, @Nullable String location, @Nullable Object body) {
    this(status, location, body, body);
  }

  /** The same, and a repeat is answered otherwise. */
  public Answer keeping(Object other) {
    return new Answer(status, location, body, other);
  }

  /** Made, with a path and a body. */
  public static Answer created(String location, Object body) {
    return new Answer(201, location, body);
  }

  /** Done, with a body. */
  public static Answer ok(Object body) {
    return new Answer(200, null, body);
  }
}
