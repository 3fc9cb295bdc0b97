package dev.rebound.application.erasure;

import java.util.UUID;

/** A candidate asks to be forgotten. */
public record EraseSubject(UUID candidateId) {}
