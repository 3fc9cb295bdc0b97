package dev.rebound.application.jobapplication;

import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import org.jspecify.annotations.Nullable;

/** The part of an application that its candidate may put right at any time. */
public record Correctable(Posting posting, @Nullable Recruiter recruiter) {}
