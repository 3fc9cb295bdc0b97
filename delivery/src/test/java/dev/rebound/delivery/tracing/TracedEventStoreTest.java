package dev.rebound.delivery.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.delivery.tracing.Steps.Ended;
import dev.rebound.delivery.tracing.Tracing.Kind;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.InMemoryEventStore;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.StreamId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedEventStoreTest {

  private final Steps steps = new Steps();
  private final List<NewEvent> told = new ArrayList<>();
  private final EventStore store =
      new TracedEventStore(new InMemoryEventStore(), steps, told::addAll);

  @Test
  void an_event_carries_the_step_of_its_append() {
    StreamId stream = Samples.stream();
    Append append = Samples.append(stream, 0).within(Steps.TRACE);

    store.append(append).await().indefinitely();

    Ended step = steps.ended().getFirst();
    assertThat(step.kind()).isEqualTo(Kind.APPEND);
    assertThat(step.of()).isEqualTo("application");
    assertThat(step.traces()).containsExactly(Steps.TRACE);
    assertThat(step.failure()).isNull();
    assertThat(store.read(stream).await().indefinitely().events())
        .extracting(event -> event.metadata().trace())
        .containsExactly(step.trace());
    assertThat(told).isEqualTo(append.events());
  }

  @Test
  void what_nobody_traces_is_told_and_is_no_step() {
    Append append = Samples.append(Samples.stream(), 0);

    store.append(append).await().indefinitely();

    assertThat(steps.ended()).isEmpty();
    assertThat(told).isEqualTo(append.events());
  }

  @Test
  void what_was_not_written_is_not_told() {
    Append late = Samples.append(Samples.stream(), 3).within(Steps.TRACE);

    assertThatThrownBy(() -> store.append(late).await().indefinitely())
        .isInstanceOf(VersionConflict.class);

    assertThat(told).isEmpty();
    assertThat(steps.ended().getFirst().failure()).isInstanceOf(VersionConflict.class);
  }

  @Test
  void a_list_is_one_step_and_only_what_holds_is_told() {
    Append good = Samples.append(Samples.stream(), 0).within(Steps.TRACE);
    Append stale = Samples.append(Samples.stream(), 7).within(Steps.TRACE);

    store.appendEach(List.of(good, stale)).await().indefinitely();

    assertThat(steps.ended()).hasSize(1);
    assertThat(told).isEqualTo(good.events());
  }
}
