/**
 * The pages for those who are signed in: one document for all of them, filled in with whose it is;
 * the rest is a script's (see {@code webui}).
 *
 * <p>It lets nobody see a page without a session: whoever has none is sent to sign in and comes
 * back to where they wanted to go. The document holds who it is, roles and a nonce, and no token.
 */
@NullMarked
package dev.rebound.web.pages;

import org.jspecify.annotations.NullMarked;
