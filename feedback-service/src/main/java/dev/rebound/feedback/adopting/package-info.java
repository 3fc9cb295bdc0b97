/**
 * What was asked about a rejection before its candidate signed in becomes the candidate's, like the
 * rejection: the request with its answers, and the letters and links that are out.
 *
 * <p>A rejection that was adopted names as its cause the one that waited. What is in that one's
 * request is commanded once more, on the request of the adopted one, under the times it had. Each
 * event made so names the one it answers as its cause, so that a repeat goes on behind it; and no
 * letter is written for it, since its letter has been. The links of the former request lead to the
 * new one from then on, and the former is cancelled where it was still open.
 */
@NullMarked
package dev.rebound.feedback.adopting;

import org.jspecify.annotations.NullMarked;
