package dev.rebound.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** An application as an aggregate of Axon Framework, which makes and calls it by reflection. */
public class AxonApplication {

  @AggregateIdentifier private @Nullable UUID id;

  /** The command. */
  public record Submit(UUID applicationId, UUID candidateId, JsonNode posting, String appliedOn) {}

  /** The event, with the fields of ours. */
  public record Submitted(
      UUID applicationId, UUID candidateId, JsonNode posting, String appliedOn) {}

  /** For replay. */
  protected AxonApplication() {}

  /** Takes the command that makes an application. */
  @CommandHandler
  public AxonApplication(Submit command) {
    AggregateLifecycle.apply(
        new Submitted(
            command.applicationId(),
            command.candidateId(),
            command.posting(),
            command.appliedOn()));
  }

  /** Follows its event. */
  @EventSourcingHandler
  public void on(Submitted event) {
    id = event.applicationId();
  }

  /** Its id; null before its first event. */
  public @Nullable UUID id() {
    return id;
  }
}
