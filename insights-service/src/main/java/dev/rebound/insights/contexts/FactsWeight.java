package dev.rebound.insights.contexts;

import static dev.rebound.delivery.RowFold.bytesOf;

import dev.rebound.delivery.ReadText;
import dev.rebound.delivery.RowFold;
import dev.rebound.events.Cause;
import dev.rebound.events.CorrectedReading;
import dev.rebound.events.Posting;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.StageRating;
import dev.rebound.events.StageReflection;
import dev.rebound.insights.contexts.CandidateFacts.Correction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes facts take in memory: their texts, and so much for each of the things that
 * there may be any number of.
 */
final class FactsWeight {

  /** What facts take that have nothing in them, with their ids and dates. */
  private static final int FACTS = 400;

  /** A stream's name and the version it is at. */
  private static final int STREAM = 120;

  private static final int THING = 50;
  private static final int EVIDENCE = 150;
  private static final int READING = 250;
  private static final int STATEMENT = 400;
  private static final int CORRECTION = 250;

  private FactsWeight() {}

  static long of(Facts facts) {
    long kept =
        switch (facts) {
          case ApplicationFacts application -> application(application);
          case FeedbackFacts told -> feedback(told.feedback());
          case CandidateFacts candidate -> candidate(candidate);
        };
    return FACTS + (long) STREAM * facts.taken().size() + kept;
  }

  private static long application(ApplicationFacts facts) {
    return posting(facts.posting())
        + bytesOf(facts.board())
        + (long) THING * facts.stages().size()
        + rejection(facts.rejection())
        + reflection(facts.reflection())
        + sum(facts.feedback(), FactsWeight::feedback);
  }

  private static long candidate(CandidateFacts facts) {
    return sum(facts.corrections().values(), FactsWeight::correction)
        + sum(facts.sharesSearchWith(), RowFold::bytesOf);
  }

  private static long posting(Posting posting) {
    return bytesOf(posting.title())
        + bytesOf(posting.company())
        + bytesOf(posting.description())
        + bytesOf(posting.location())
        + bytesOf(posting.industry())
        + bytesOf(posting.url())
        + (posting.languages() == null ? 0 : sum(posting.languages(), RowFold::bytesOf));
  }

  private static long rejection(@Nullable Rejection rejection) {
    return rejection == null
        ? 0
        : STATEMENT
            + bytesOf(rejection.message())
            + (rejection.reason() == null ? 0 : bytesOf(rejection.reason().text()))
            + read(rejection.evidence(), rejection.texts());
  }

  private static long reflection(@Nullable Reflection reflection) {
    return reflection == null
        ? 0
        : STATEMENT
            + (long) THING * reflection.formerEvents().size()
            + sum(reflection.stages(), FactsWeight::stage)
            + sum(reflection.causes(), FactsWeight::cause)
            + role(reflection.role())
            + bytesOf(reflection.lessons())
            + read(reflection.evidence(), reflection.texts());
  }

  private static long stage(StageReflection stage) {
    return THING + bytesOf(stage.wentWell()) + bytesOf(stage.toImprove());
  }

  private static long cause(Cause cause) {
    return THING + bytesOf(cause.note());
  }

  private static long role(@Nullable RoleReflection role) {
    return role == null
        ? 0
        : sum(role.components(), component -> THING + bytesOf(component.text()));
  }

  private static long feedback(FeedbackGiven given) {
    return STATEMENT
        + bytesOf(given.comments())
        + (long) THING * given.ratings().size()
        + sum(given.stages(), FactsWeight::rated)
        + read(given.evidence(), given.texts());
  }

  private static long rated(StageRating rating) {
    return THING + bytesOf(rating.comment());
  }

  private static long read(List<Evidence> evidence, Map<String, ReadText> texts) {
    return sum(evidence, it -> EVIDENCE + bytesOf(it.quote())) + (long) READING * texts.size();
  }

  private static long correction(Correction correction) {
    CorrectedReading reading = correction.reading();
    return CORRECTION + (reading == null ? 0 : bytesOf(reading.quote()));
  }

  private static <T> long sum(Collection<T> things, ToLongFunction<T> weight) {
    long sum = 0;
    for (T thing : things) {
      sum += weight.applyAsLong(thing);
    }
    return sum;
  }
}
