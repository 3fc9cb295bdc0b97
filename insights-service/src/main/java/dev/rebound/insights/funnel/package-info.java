/**
 * Where applications end: how many reach each stage and get past it, with intervals, since a
 * candidate's numbers are small.
 */
@NullMarked
package dev.rebound.insights.funnel;

import org.jspecify.annotations.NullMarked;
