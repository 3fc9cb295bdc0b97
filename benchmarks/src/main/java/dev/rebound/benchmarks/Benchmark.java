package dev.rebound.benchmarks;

/** One of B1 to B10. */
interface Benchmark {

  /** Its name, such as B1. */
  String name();

  /** What it measures, in one line. */
  String title();

  /** Measures both sides. */
  Result run(Scale scale) throws Exception;
}
