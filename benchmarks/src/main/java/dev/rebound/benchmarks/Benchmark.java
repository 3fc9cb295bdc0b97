package dev.rebound.benchmarks;

/** One of B1 to B10. */
interface Benchmark {

  /** Its name, such as B1. */
  String name();

  /** What it measures, in one line. */
  String title();

  /** What its figure is, in one line. */
  String meaning();

  /** Whether it compares with pgbench, which has to be installed then. */
  default boolean needsPgbench() {
    return false;
  }

  /** Whether it lays a history, which begins in an empty event table. */
  default boolean needsHistory() {
    return false;
  }

  /** Measures both sides. */
  Result run(Scale scale) throws Exception;
}
