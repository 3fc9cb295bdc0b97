/** What the two ways in by CSV have in common: a candidate's spreadsheet, and a board's list. */
@NullMarked
package dev.rebound.application.csv;

import org.jspecify.annotations.NullMarked;
