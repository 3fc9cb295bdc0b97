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

  /**
   * Whether it begins with an empty event table and no service: in a quick run, which has one
   * ground for all, it comes after those that share what is warm.
   */
  default boolean clearsGround() {
    return false;
  }

  /** Measures both sides. */
  Result run(Scale scale) throws Exception;
}
