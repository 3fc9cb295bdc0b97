package dev.rebound.feedback.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rebound.events.EventJson;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The words of a request. All absent where the person's key is gone.
 *
 * @param asked the candidate's: the posting's title and company, and the message
 * @param contact the recruiter's: name and address
 */
record RequestWords(Asked asked, Contact contact) {

  static final RequestWords NONE =
      new RequestWords(new Asked(null, null, null, null), new Contact(null, null));

  /**
   * The candidate's words.
   *
   * @param name their own
   */
  record Asked(
      @Nullable String title,
      @Nullable String company,
      @Nullable String message,
      @Nullable String name) {}

  /** The recruiter's. */
  record Contact(@Nullable String name, @Nullable String email) {}

  static RequestWords of(FeedbackRequested event) {
    return of(RequestFacts.of(event));
  }

  static RequestWords of(RequestFacts facts) {
    return new RequestWords(
        new Asked(
            facts.posting().title(),
            facts.posting().company(),
            facts.message(),
            facts.candidateName()),
        new Contact(facts.recruiter().name(), facts.recruiter().email()));
  }

  static byte[] write(Record words) {
    try {
      return EventJson.mapper().writeValueAsBytes(words);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static <T> T read(byte[] json, Class<T> type) {
    try {
      return EventJson.mapper().readValue(json, type);
    } catch (IOException notOurs) {
      throw new IllegalStateException("sealed words that were written can be read");
    }
  }
}
