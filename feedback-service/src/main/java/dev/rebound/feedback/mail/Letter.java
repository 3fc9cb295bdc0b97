package dev.rebound.feedback.mail;

/**
 * A plain text e-mail.
 *
 * @param to one address
 * @param subject one line
 */
public record Letter(String to, String subject, String text) {}
