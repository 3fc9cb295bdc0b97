package dev.rebound.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that tells of a person in words: text, or a list of texts.
 *
 * <p>The event store seals it under the subject's key before it is written, so neither the event
 * table nor a topic ever holds it in clear. Once the key is destroyed it reads as null (a list as
 * empty), so such a component is always nullable.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {

  /** Whose words they are, and so whose key seals them. */
  Subject of() default Subject.CANDIDATE;

  /** The two kinds of persons the events speak of. */
  enum Subject {
    /** The event's candidate. */
    CANDIDATE,
    /** The recruiter named by {@code recruiterId} in the same record. */
    RECRUITER
  }
}
