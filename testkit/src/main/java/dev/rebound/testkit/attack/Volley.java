package dev.rebound.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many requests, a few at a time, and what is wrong with their answers. */
final class Volley {

  private static final int AT_A_TIME = 6;
  private static final int SHOWN = 20;

  private Volley() {}

  /**
   * Fires each shot and fails with the breaches.
   *
   * @param name of the attack, for the line that is printed
   * @param breach what is wrong with a shot's answer; empty where nothing is
   * @return how many there were
   */
  static <T> int fire(
      String name, Collection<T> shots, Function<? super T, Optional<String>> breach) {
    ConcurrentLinkedQueue<String> breaches = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Future<?>> running =
          shots.stream()
              .<Future<?>>map(
                  shot -> threads.submit(() -> breach.apply(shot).ifPresent(breaches::add)))
              .collect(Collectors.toList());
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(name, failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    System.out.printf("%s: %d breaches, n = %d%n", name, breaches.size(), shots.size());
    assertThat(breaches.stream().sorted().limit(SHOWN).toList())
        .as("%s: %d breaches, n = %d", name, breaches.size(), shots.size())
        .isEmpty();
    assertThat(shots).as(name).isNotEmpty();
    return shots.size();
  }
}
