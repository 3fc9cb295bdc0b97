package dev.rebound.feedback.streams;

import dev.rebound.feedback.feedbackrequest.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator may set about asking. */
@ApplicationScoped
public class Settings {

  /** How long recruiters are waited for, as ISO durations; the standard is two weeks. */
  @Produces
  @Singleton
  public Terms terms(
      @ConfigProperty(name = "rebound.feedback.answer-within", defaultValue = "P14D")
          Duration answerWithin,
      @ConfigProperty(name = "rebound.feedback.remind-after", defaultValue = "P7D")
          Duration remindAfter,
      @ConfigProperty(name = "rebound.feedback.between-reminders", defaultValue = "P1D")
          Duration betweenReminders,
      @ConfigProperty(name = "rebound.feedback.reminders-per-round", defaultValue = "3")
          int remindersPerRound) {
    return new Terms(answerWithin, remindAfter, betweenReminders, remindersPerRound);
  }
}
