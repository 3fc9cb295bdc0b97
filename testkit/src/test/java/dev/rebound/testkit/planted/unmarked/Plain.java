package dev.rebound.testkit.planted.unmarked;

/** Breaks a rule: its package is not null-marked. */
final class Plain {}
