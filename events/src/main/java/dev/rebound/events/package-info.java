/**
 * The contract between the services: every event that is stored and published, as one set of Java
 * records under one sealed interface per topic.
 *
 * <p>What is stored is what is published. Codes, dates, ids and ratings are in clear; whatever
 * describes a person in words is marked {@link dev.rebound.events.Personal} and is sealed under
 * that person's key before it is stored anywhere, so that destroying the key erases it everywhere.
 *
 * <p>Wire names are written down in {@link dev.rebound.events.EventType} and never derived from a
 * class name. Changes are additive; anything else is a new version with an upcaster. The golden
 * files under {@code src/test/resources/golden} hold samples of every version ever published, and
 * every later build must read them all.
 *
 * <p>For those who do not read Java, {@code schemas/} has a JSON Schema of every type and version
 * as it is published, and {@code asyncapi.yaml} says which topic carries it, under which key and
 * headers. Tests derive the former from the records and hold the latter to the types. A record is
 * the truth where the two differ.
 *
 * <p>An event is read whole or not at all: a component that is neither nullable nor a list must be
 * there. What is not checked here is whether values make sense, such as a rating between 1 and 5;
 * that is for whoever decides on the event, before it is one.
 */
@NullMarked
package dev.rebound.events;

import org.jspecify.annotations.NullMarked;
