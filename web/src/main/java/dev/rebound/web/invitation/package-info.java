/**
 * The page behind the link in an invitation: no account, one small script.
 *
 * <p>It knows nothing of the invitation. The token stands in the address's fragment, which no
 * server sees; the script in {@code /assets/invitation.js} opens it through the API. Where no
 * script runs, or it does not arrive, the code is pasted into a form, and the same API is called
 * from here; the token is then in the bodies of forms and neither in an address nor in a log.
 */
@NullMarked
package dev.rebound.web.invitation;

import org.jspecify.annotations.NullMarked;
