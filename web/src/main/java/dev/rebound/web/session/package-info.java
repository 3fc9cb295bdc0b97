/**
 * Who is signed in, and for how long: signing in by the authorization code flow with PKCE, the
 * session in an encrypted cookie, signing out here and at Keycloak.
 *
 * <p>It knows Keycloak by its realm's address and the tokens of this application's own client. It
 * promises that tokens stay on this side: the browser gets a cookie that it cannot read, and no
 * token travels in an address. It asks no service anything.
 */
@NullMarked
package dev.rebound.web.session;

import org.jspecify.annotations.NullMarked;
