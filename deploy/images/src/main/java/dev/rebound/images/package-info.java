/**
 * Container images of the four applications, and, for tests, of the engines they stand on.
 *
 * <p>An image is made of files that are here: a base (deploy/images/base), an application as the
 * build left it, what its JVM learnt while a season was played on it (an AOT cache), and the list
 * of all that is in it. Jib puts them together, so neither a registry nor an engine is needed.
 */
@NullMarked
package dev.rebound.images;

import org.jspecify.annotations.NullMarked;
