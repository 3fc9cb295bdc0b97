/**
 * Attacks on a running service, over every route that its table and its OpenAPI document name: ids
 * of others, tokens that must not hold, paths that can be read in two ways, bodies that nobody
 * should have to read.
 *
 * <p>A test starts the service with {@link dev.rebound.testkit.attack.IssuerTestResource} in the
 * place of Keycloak's, so that a token can be wrong in one thing and right in all others, and hands
 * its address and issuer to {@link dev.rebound.testkit.attack.Target}. Each attack answers how many
 * requests it sent, fails with every breach it found, and shows first that what it holds to be
 * closed is open to whom it belongs.
 *
 * <p>What it promises: a new route is attacked with no line of a test being written, or breaks the
 * build where it needs one (an id that is somebody's, a body that OpenAPI does not tell). Requests
 * go over plain sockets, since an HTTP client would mend what is bent on purpose. Does not know:
 * any service.
 */
@NullMarked
package dev.rebound.testkit.attack;

import org.jspecify.annotations.NullMarked;
