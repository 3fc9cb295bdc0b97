package dev.rebound.chassis.http;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Bounds how much of something large is worked on at a time, in all and for each of those who ask:
 * nobody takes all the places there are.
 */
public final class AtOnce {

  private final int most;
  private final int ofOne;
  private final String refusal;
  private final Map<Object, Integer> underWay = new HashMap<>();
  private int all;

  /**
   * So many places.
   *
   * @param most in all
   * @param ofOne for each who asks
   * @param refusal what is said where there is none, a sentence
   */
  public AtOnce(int most, int ofOne, String refusal) {
    this.most = most;
    this.ofOne = ofOne;
    this.refusal = refusal;
  }

  /** Works for somebody, or answers 503 where there is no place. */
  public <T> Uni<T> run(Object who, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          if (!enter(who)) {
            throw Problems.unavailable(refusal);
          }
          return Uni.createFrom().deferred(work::get).onTermination().invoke(() -> leave(who));
        });
  }

  private synchronized boolean enter(Object who) {
    int own = underWay.getOrDefault(who, 0);
    if (all == most || own == ofOne) {
      return false;
    }
    underWay.put(who, own + 1);
    all++;
    return true;
  }

  private synchronized void leave(Object who) {
    underWay.computeIfPresent(who, (it, own) -> own == 1 ? null : own - 1);
    all--;
  }
}
