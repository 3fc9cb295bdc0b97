package dev.rebound.application.consents;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a candidate allows, board by board.
 *
 * @param sharesSearch whether a board may apply the candidate's search to its postings; a board
 *     that is not in it may not
 */
public record Consents(SortedMap<String, Boolean> sharesSearch) {

  public Consents {
    sharesSearch = Collections.unmodifiableSortedMap(new TreeMap<>(sharesSearch));
  }

  /** Allows nothing to nobody. */
  public static Consents none() {
    return new Consents(new TreeMap<>());
  }

  /** Whether a board may apply the candidate's search. */
  public boolean sharesSearch(String board) {
    return sharesSearch.getOrDefault(board, false);
  }

  Consents with(String board, boolean shared) {
    SortedMap<String, Boolean> changed = new TreeMap<>(sharesSearch);
    changed.put(board, shared);
    return new Consents(changed);
  }
}
