/**
 * Seals personal words under one key a person, so that destroying the key erases them wherever a
 * copy may be.
 *
 * <p>AES-256-GCM with a random nonce; what a box is bound to (its event and field) is additional
 * data, so a box that was moved or changed does not open. Keys are wrapped by a key-encryption key
 * that comes from outside and are kept in a database of their own, with backups of their own.
 *
 * <p>What it does not know: who may read, and what is in the boxes.
 */
@NullMarked
package dev.rebound.sealing;

import org.jspecify.annotations.NullMarked;
