package dev.rebound.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells a person what is going on, a line at a time, so that it reads well in a log too. */
public final class Progress {
  private final PrintStream out;
  private final Instant begin = Instant.now();

  /** Progress told to this stream. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  void starting(Part part) {
    line("starting", part, "");
  }

  void ready(Part part) {
    line("ready", part, part.address());
  }

  void stopping(Part part) {
    line("stopping", part, "");
  }

  private void line(String what, Part part, String more) {
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    out.println(
        String.format(Locale.ROOT, "%6.1f s  %-8s  %-12s %s", seconds, what, part.name(), more)
            .stripTrailing());
  }
}
