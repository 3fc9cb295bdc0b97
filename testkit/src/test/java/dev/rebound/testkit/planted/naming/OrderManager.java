package dev.rebound.testkit.planted.naming;

/** Breaks a rule: its name says nothing. */
final class OrderManager {}
