package dev.rebound.application.boards.outgoing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.delivery.Reaction;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;

/** Writes down what a board is to be told, and wakes the courier. */
@ApplicationScoped
public class WhenFeedbackHappenedThenTellBoards implements Reaction {

  private final DueDeliveries deliveries;
  private final Courier courier;
  private final ObjectMapper json;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public WhenFeedbackHappenedThenTellBoards(
      DueDeliveries deliveries, Courier courier, ObjectMapper json, Clock clock) {
    this.deliveries = deliveries;
    this.courier = courier;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "telling-boards-of-feedback";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FEEDBACK);
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    Uni<Void> noted = Uni.createFrom().voidItem();
    for (Notice notice : Notice.of(event)) {
      noted =
          noted
              .chain(() -> deliveries.note(event.id(), notice, body(notice), clock.instant()))
              .invoke(courier::wake);
    }
    return noted;
  }

  private String body(Notice notice) {
    try {
      return json.writeValueAsString(notice.document());
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
