/**
 * The write model of the reflection on one application.
 *
 * <p>Completing it again replaces what was said before; the former words stay in the stream. It may
 * speak of the stages that took place and of the review of the application, which always does. It
 * knows the application only by what comes in with the command.
 */
@NullMarked
package dev.rebound.application.reflection;

import org.jspecify.annotations.NullMarked;
