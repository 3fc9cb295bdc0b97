/**
 * Holds the chart to what a cluster would ask of it: it lints, renders with every file of values,
 * has no field that its kind does not know, and keeps rules that each have a planted violation.
 */
@NullMarked
package dev.rebound.deploy;

import org.jspecify.annotations.NullMarked;
