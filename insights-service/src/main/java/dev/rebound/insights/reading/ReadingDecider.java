package dev.rebound.insights.reading;

import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.insights.reading.Readings.Word;

/** Decides about corrections. The same correction again changes nothing. */
public final class ReadingDecider
    implements Decider<Reclassify, Readings, CauseReclassified, ReadingRefusal> {

  /** More than a person reads, and little enough to fold at once. */
  static final int MOST_CORRECTIONS = 2_000;

  @Override
  public Readings initial() {
    return Readings.asRead();
  }

  @Override
  public Decision<CauseReclassified, ReadingRefusal> decide(Reclassify command, Readings state) {
    Word word = new Word(command.theme(), command.control(), command.dismissed());
    Word former = state.byEvidence().get(command.evidenceId());
    if (word.equals(former)) {
      return Decision.accept();
    }
    if (former == null && state.byEvidence().size() >= MOST_CORRECTIONS) {
      return Decision.refuse(ReadingRefusal.TOO_MANY_CORRECTIONS);
    }
    return Decision.accept(
        new CauseReclassified(
            command.candidateId(),
            command.evidenceId(),
            command.theme(),
            command.control(),
            command.dismissed(),
            command.reading()));
  }

  @Override
  public Readings evolve(Readings state, CauseReclassified event) {
    return state.with(
        event.evidenceId(), new Word(event.theme(), event.control(), event.dismissed()));
  }
}
