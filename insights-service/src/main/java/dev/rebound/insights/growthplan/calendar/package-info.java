/**
 * The open goals with a date, as a calendar that other programs read (RFC 5545).
 *
 * <p>Each goal is a to-do and an all-day event, under ids that stay, so that a calendar that takes
 * it in again moves what it has. Nothing of the candidate goes into it but what a goal wants.
 */
@NullMarked
package dev.rebound.insights.growthplan.calendar;

import org.jspecify.annotations.NullMarked;
