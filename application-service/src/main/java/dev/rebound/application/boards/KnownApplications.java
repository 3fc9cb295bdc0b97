package dev.rebound.application.boards;

import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.eventstore.Metadata;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Rejects applications that a list reports and that are there already, wherever they stand. */
public interface KnownApplications {

  /** What became of one. */
  sealed interface Again {

    /** It was not rejected until now. */
    record Recorded(UUID event) implements Again {}

    /** It is rejected already, or the same rejection was taken back. */
    record Duplicate() implements Again {}

    /** Nothing may be kept of whom it belongs to. */
    record Erased() implements Again {}

    /** The rejection does not hold. */
    record Refused(String problem) implements Again {}
  }

  /**
   * Rejects them, one after the other.
   *
   * @param metadata of the request
   * @return what became of each, in their order
   */
  Uni<List<Again>> reject(String board, Metadata metadata, List<Report> reports);
}
