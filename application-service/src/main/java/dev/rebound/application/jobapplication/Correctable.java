package dev.rebound.application.jobapplication;

import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The part of an application that its candidate may put right at any time. */
public record Correctable(Posting posting, LocalDate appliedOn, @Nullable Recruiter recruiter) {

  /** What a correction leaves; one that says nothing of the day leaves it. */
  Correctable after(ApplicationCorrected event) {
    LocalDate day = event.appliedOn();
    return new Correctable(event.posting(), day == null ? appliedOn : day, event.recruiter());
  }
}
