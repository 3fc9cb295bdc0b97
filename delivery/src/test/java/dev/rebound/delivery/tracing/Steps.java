package dev.rebound.delivery.tracing;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A tracing that writes down the steps; each gets a traceparent with a number for its span. */
public final class Steps implements Tracing {

  /** Some trace, as a request hands it over. */
  public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  /** A step that has ended. */
  public record Ended(
      Kind kind,
      String of,
      int events,
      Collection<String> traces,
      String trace,
      @Nullable Throwable failure) {}

  private final List<Ended> ended = new CopyOnWriteArrayList<>();

  /** What has ended so far, in that order. */
  public List<Ended> ended() {
    return ended;
  }

  @Override
  public @Nullable String current() {
    return null;
  }

  @Override
  public Step begin(Kind kind, String of, int events, Collection<String> traces) {
    String trace =
        TRACE.substring(0, TRACE.indexOf('-', 3) + 1)
            + "%016x-01".formatted(System.identityHashCode(new Object()));
    return new Step() {
      @Override
      public String trace() {
        return trace;
      }

      @Override
      public void end(@Nullable Throwable failure) {
        ended.add(new Ended(kind, of, events, List.copyOf(traces), trace, failure));
      }
    };
  }
}
