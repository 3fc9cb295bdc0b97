/**
 * Which candidate has which e-mail address, as far as the identity provider has verified it: boards
 * know people by their address and by nothing else.
 *
 * <p>An address is kept as a pseudonym that only the service's secret leads to.
 */
@NullMarked
package dev.rebound.application.addresses;

import org.jspecify.annotations.NullMarked;
