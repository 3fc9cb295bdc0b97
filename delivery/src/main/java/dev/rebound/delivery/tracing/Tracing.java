package dev.rebound.delivery.tracing;

import dev.rebound.eventstore.Metadata;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever records traces what the path of an event does, step by step.
 *
 * <p>A trace is known by a W3C {@code traceparent}, which an event carries in its {@link Metadata}.
 * Whether one is recorded is decided where it begins, at the request: what carries none is traced
 * nowhere after that, and costs the path a look at a field.
 */
public interface Tracing {

  /** Nothing is traced. */
  Tracing OFF =
      new Tracing() {
        @Override
        public @Nullable String current() {
          return null;
        }

        @Override
        public Step begin(Kind kind, String of, int events, Collection<String> traces) {
          return Step.NONE;
        }
      };

  /** What a step does with its events. */
  enum Kind {
    /** Makes them durable. */
    APPEND,
    /** Sends them to the broker, until it has them. */
    PUBLISH,
    /** Brings them to a handler, until it has them. */
    PROCESS,
    /** Reacts to one of them. */
    REACT
  }

  /** The trace that what runs now belongs to; null where none is recorded. */
  @Nullable String current();

  /**
   * Begins a step. Where all of its events are of one trace it is a part of that; where they are of
   * several it is a trace of its own, with a link to each.
   *
   * @param of whose step it is: a topic, a handler or a kind of stream; nothing about a person
   * @param events how many events the step is about
   * @param traces of those events that have one, each once; at least one
   */
  Step begin(Kind kind, String of, int events, Collection<String> traces);

  /** Begins a step about this trace's events; no step where there is no trace. */
  default Step begin(Kind kind, String of, int events, @Nullable String trace) {
    return trace == null ? Step.NONE : begin(kind, of, events, Set.of(trace));
  }

  /** Begins a step about a batch; no step where none of it has a trace. */
  default <T> Step begin(
      Kind kind, String of, Collection<T> batch, Function<T, @Nullable String> trace) {
    Set<String> traces = null;
    for (T each : batch) {
      String found = trace.apply(each);
      if (found != null) {
        traces = traces == null ? new LinkedHashSet<>() : traces;
        traces.add(found);
      }
    }
    return traces == null ? Step.NONE : begin(kind, of, batch.size(), traces);
  }

  /** A step that has begun and is to be ended once. */
  interface Step {

    /** A step of no trace. */
    Step NONE =
        new Step() {
          @Override
          public @Nullable String trace() {
            return null;
          }

          @Override
          public void end(@Nullable Throwable failure) {}
        };

    /** What is to be carried by what this step leads to; null where nothing is recorded. */
    @Nullable String trace();

    /**
     * Ends it.
     *
     * @param failure why it failed, or null; its kind is recorded and not what it says
     */
    void end(@Nullable Throwable failure);
  }
}
