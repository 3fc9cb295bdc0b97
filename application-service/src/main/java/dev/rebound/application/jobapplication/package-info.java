/**
 * The write model of one application, from the day it was sent to the day it ended.
 *
 * <pre>
 *            +-- stage --+
 *            v           |
 *  submit > ACTIVE ------+-- offer ------> OFFERED
 *            |  ^                           |   |
 *   withdraw |  | reopen          withdraw  |   | reject (the offer was taken back)
 *            v  |                           v   v
 *  WITHDRAWN ---+---------- REJECTED <------|---+     (an active application is rejected alike)
 * </pre>
 *
 * <p>Rules worth knowing:
 *
 * <ul>
 *   <li>An offer can be taken back, so a rejection may follow it. Reopening always leads back to
 *       active.
 *   <li>A rejection that names a stage nobody recorded implies that the stage took place, on the
 *       day of the rejection at the latest; it says so in an event of its own, ahead of the
 *       rejection. A rejection that names none ended at the last stage that took place; one that
 *       names a stage nobody here knows ended at none of those that are known.
 *   <li>A rejection that names a recruiter puts them in where the application has none, ahead of
 *       itself: whom it names is asked about it.
 *   <li>A stage may be recorded late, on a rejected application as well, as long as it took place
 *       before the rejection did. People tidy up their notes afterwards, and a reflection needs the
 *       stages.
 *   <li>A rejection may come before the day of a stage: interviews are written down ahead, and do
 *       not take place then.
 *   <li>The day of the application can be put right, to no later day than that of anything that
 *       followed it.
 *   <li>The candidate's own withdrawal is final: what an employer says afterwards is no rejection.
 *       One that a board has told of can be taken back by who told of it, as a rejection is.
 *   <li>A board reports a rejection together with the application it ends, as one command on a new
 *       stream: what was submitted, the stages, the rejection. What was reported before is there.
 *   <li>What a candidate takes over from elsewhere is one command as well, up to how it stands. A
 *       recruiter of what was rejected is named behind the rejection: nobody is asked for feedback
 *       on it by itself.
 *   <li>To anybody but its candidate, an application does not exist.
 * </ul>
 *
 * <p>Pure: no clock, no random, no framework. It does not check the length or form of texts, which
 * is the edge's work.
 */
@NullMarked
package dev.rebound.application.jobapplication;

import org.jspecify.annotations.NullMarked;
