/** Tests of the HTTP conventions that need no server. */
@NullMarked
package dev.rebound.chassis.http;

import org.jspecify.annotations.NullMarked;
