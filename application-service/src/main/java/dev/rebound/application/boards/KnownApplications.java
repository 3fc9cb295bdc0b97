package dev.rebound.application.boards;

import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.eventstore.Metadata;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends applications that a list reports and that are there already, wherever they stand. */
public interface KnownApplications {

  /** What became of one. */
  sealed interface Again {

    /** It had not ended so until now. */
    record Recorded(UUID event) implements Again {}

    /** It has ended so already, or the same ending was taken back. */
    record Duplicate() implements Again {}

    /** Nothing may be kept of whom it belongs to. */
    record Erased() implements Again {}

    /** It does not hold. */
    record Refused(String problem) implements Again {}
  }

  /** A withdrawal of an application, for a reason that the board has mapped to one. */
  record Withdrawal(UUID application, @Nullable String reason) {}

  /**
   * Rejects them, one after the other.
   *
   * @param metadata of the request
   * @return what became of each, in their order
   */
  Uni<List<Again>> reject(String board, Metadata metadata, List<Report> reports);

  /**
   * Withdraws them, one after the other. Where the board has not reported that one is rejected,
   * that is refused in any case: what came of it would say whether somebody has signed in.
   *
   * @param metadata of the request
   * @return what became of each, in their order
   */
  Uni<List<Again>> withdraw(String board, Metadata metadata, List<Withdrawal> withdrawals);
}
