/**
 * Asks for feedback, receives it, judges how specific it is, and asks again.
 *
 * <p>What it knows: which applications were rejected and by whom (from {@code
 * rebound.applications}), who was asked when, what was answered, and how specific the answer was.
 *
 * <p>What it promises: a rejection with a known recruiter leads to one request and one e-mail,
 * however often it is delivered; a token is good for one answer; a generic answer is asked about
 * once more and never twice; recruiters are reminded with restraint and then left alone, as is
 * whoever has answered or declined; a candidate writes to so many in a day; no name, address or
 * word of anybody stands in clear in a table, a topic or a log.
 *
 * <p>What it does not know: what the feedback adds up to (insights-service), how the text is read
 * (feedback-analysis), or what the application was about beyond what the rejection said.
 */
@NullMarked
package dev.rebound.feedback;

import org.jspecify.annotations.NullMarked;
