/**
 * Rebound on Kubernetes: one Helm chart, in {@code deploy/helm/rebound}, and what prints it.
 *
 * <p>The chart is rendered here by Helm's own code, with neither a helm on the path nor a cluster.
 * That says that it renders, and the tests say what is in it; whether a cluster takes it is only
 * known where there is one.
 */
@NullMarked
package dev.rebound.deploy;

import org.jspecify.annotations.NullMarked;
