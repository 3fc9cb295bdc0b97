package dev.rebound.application.consents;

import java.util.UUID;

/**
 * Puts a candidate's consents as a whole.
 *
 * @param wanted all that is to hold from now on; what it does not mention is no longer allowed
 */
public record ChangeConsents(UUID candidateId, Consents wanted) {}
