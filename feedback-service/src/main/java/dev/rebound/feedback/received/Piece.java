package dev.rebound.feedback.received;

import dev.rebound.delivery.RowFold;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.StageRating;
import java.util.UUID;

/** A piece of feedback, read. */
record Piece(FeedbackReceived feedback, FeedbackReading reading) {

  private static final int PIECE_BYTES = 800;
  private static final int THING_BYTES = 50;

  UUID id() {
    return feedback.feedbackId();
  }

  /** About how many bytes it takes in memory. */
  long weight() {
    long weight =
        PIECE_BYTES
            + RowFold.bytesOf(feedback.comments())
            + (long) THING_BYTES * feedback.ratings().size()
            + reading.weight();
    for (StageRating stage : feedback.stages()) {
      weight += THING_BYTES + RowFold.bytesOf(stage.comment());
    }
    return weight;
  }
}
