/**
 * Keeps what a candidate records about a job search: applications, the stages they went through,
 * how they ended, and what the candidate makes of it.
 *
 * <p>What it knows: one stream per application, one per reflection, one per candidate's consents,
 * and two tables beside them: the list of applications, folded from the streams, and the drafts of
 * reflections, which are not events because nobody but their writer may act on them.
 *
 * <p>What it promises: a command that was answered is durable; a candidate sees and changes nothing
 * but the own applications, and cannot tell somebody else's from one that does not exist.
 *
 * <p>What it does not know: who was asked for feedback and what they said (feedback-service), and
 * what it all adds up to (insights-service). It calls neither; they read its topic, and it reads
 * theirs for what boards are to be told alone.
 */
@NullMarked
package dev.rebound.application;

import org.jspecify.annotations.NullMarked;
