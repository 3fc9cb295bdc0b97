/**
 * The page behind the link in an invitation: no account, one small script.
 *
 * <p>It knows nothing of the invitation. The token stands in the address's fragment, which no
 * server sees; the script in {@code /assets/invitation.js} opens it through the API.
 */
@NullMarked
package dev.rebound.web.invitation;

import org.jspecify.annotations.NullMarked;
