package dev.rebound.analysis.jobs;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps of each fact the place where the text says it first.
 *
 * @param <K> what makes two facts the same
 * @param <F> the kind of fact
 */
final class Once<K, F> {

  private final Map<K, F> facts = new LinkedHashMap<>();
  private final Function<F, K> key;
  private final Comparator<F> place;

  Once(Function<F, K> key, Function<F, Words> words) {
    this.key = key;
    this.place = Comparator.comparing(words, Comparator.comparingInt(Words::start));
  }

  void add(F fact) {
    facts.merge(
        key.apply(fact), fact, (one, other) -> place.compare(one, other) <= 0 ? one : other);
  }

  List<F> inOrder() {
    return facts.values().stream().sorted(place).toList();
  }
}
