/**
 * What every answer of this origin has in common: confusing paths are refused before anything reads
 * them, the security headers are set, errors are plain problems or plain pages.
 *
 * <p>It knows HTTP and nothing of Rebound. The services have the same first filter in their
 * chassis; this application keeps its own because the chassis brings databases and Kafka with it.
 */
@NullMarked
package dev.rebound.web.edge;

import org.jspecify.annotations.NullMarked;
