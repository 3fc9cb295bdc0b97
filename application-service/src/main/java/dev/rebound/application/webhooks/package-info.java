/**
 * The vendors' systems that boards work with, and what they send: Greenhouse, Ashby, Lever, and
 * whoever speaks Standard Webhooks.
 *
 * <p>One class a vendor says how it signs and what its events mean. The rest is the same for all: a
 * delivery is verified on the bytes that came, then read, then commanded, and answered when what it
 * led to is durable. Its name is written in the same statement as the event, so a repeat changes
 * nothing. What is signed and cannot be used is answered 2xx as well, and counted: the vendor would
 * send it again for hours, and stop sending the rest.
 *
 * <p>A board that has none of these systems takes back and erases by calls of its own, which come
 * to the same.
 *
 * <p>Of what comes nothing is kept but what the commands say, and nothing of it is logged.
 */
@NullMarked
package dev.rebound.application.webhooks;

import org.jspecify.annotations.NullMarked;
