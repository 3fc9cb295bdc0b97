/**
 * What does a job description say? Two questions, each with its own answer.
 *
 * <p>{@link dev.rebound.analysis.jobs.JobDescription} asks what the job is made of: it splits the
 * description into its components, so that a candidate can say of each what it does to the own
 * energy. {@link dev.rebound.analysis.jobs.JobFacts} asks what is stated outright: seniority, years
 * of experience, workplace, languages, salary and location, each with the words that state it.
 *
 * <p>Both are pure and deterministic: the same text always gives the same answer, on any thread.
 * They work on postings as they are pasted: with headings and bullets, with mark-up, as one long
 * line, or with the line breaks lost and words run together. They read the form of the text and
 * common English (and a little German) turns of phrase; they do not understand it. So the kind of a
 * component is a reading aid and nothing is decided by it, and a fact is only told where the words
 * around it speak of this job: what the firm is worth, whom one reports to and where the clients
 * sit are none. Nothing is filled in, with two exceptions that a sum cannot do without: a large sum
 * without a time is a year's, and a dollar without a country is that of the one the posting names,
 * or else of the United States.
 *
 * <p>A posting is first made plain ({@link dev.rebound.analysis.jobs.PlainText}), in a text that
 * remembers where each character came from ({@link dev.rebound.analysis.jobs.Traced}); so the words
 * of a fact are exactly those of the text that was given. Then each question has one class that
 * asks it of every sentence, out of tables of words.
 */
@NullMarked
package dev.rebound.analysis.jobs;

import org.jspecify.annotations.NullMarked;
