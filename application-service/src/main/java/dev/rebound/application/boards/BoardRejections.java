package dev.rebound.application.boards;

import static java.util.stream.Collectors.toSet;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.boards.BoardApplications.Link;
import dev.rebound.application.boards.KnownApplications.Withdrawal;
import dev.rebound.application.boards.RejectionItems.Read;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationDecider;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.http.KeyedRequests;
import dev.rebound.delivery.tracing.Tracing;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RejectionSource;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.Metadata;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.tuples.Tuple2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Records the rejections of a list, all that hold in one statement. */
@ApplicationScoped
public class BoardRejections {

  private final JobApplicationDecider decider = new JobApplicationDecider();
  private final EventStore store;
  private final VerifiedAddresses addresses;
  private final Owners owners;
  private final BoardApplications applications;
  private final CorrectedAddresses corrected;
  private final BoardMappings mappings;
  private final KnownApplications known;
  private final Sealing sealing;
  private final Clock clock;
  private final Tracing tracing;

  /** Wired by the container. */
  @Inject
  public BoardRejections(
      EventStore store,
      VerifiedAddresses addresses,
      Owners owners,
      BoardApplications applications,
      CorrectedAddresses corrected,
      BoardMappings mappings,
      KnownApplications known,
      Sealing sealing,
      Clock clock,
      Tracing tracing) {
    this.store = store;
    this.addresses = addresses;
    this.owners = owners;
    this.applications = applications;
    this.corrected = corrected;
    this.mappings = mappings;
    this.known = known;
    this.sealing = sealing;
    this.clock = clock;
    this.tracing = tracing;
  }

  /**
   * What became of a list.
   *
   * @param accepted are durable now
   * @param duplicates were recorded before, by this request or another
   */
  record Received(int accepted, int duplicates, List<NotTaken> rejected) {}

  /** An item that was not taken, by its place in the list, from 0 on. */
  record NotTaken(int index, String problem) {}

  /** Records what holds of a board's list. */
  Uni<KeyedRequests.Outcome> record(String board, List<Read> items) {
    Map<Integer, Link> links = new HashMap<>();
    for (Read read : items) {
      if (read.item() != null) {
        links.put(read.index(), link(board, read.item()));
      }
    }
    // Of the request, which the work on another thread is not in any more.
    String trace = tracing.current();
    return Uni.combine()
        .all()
        .unis(
            owners.of(
                links.values().stream().map(Link::address).collect(toSet()),
                links.values().stream().map(Link::person).collect(toSet())),
            mappings.of(board))
        .asTuple()
        // Deciding a thousand items takes longer than an event loop may be held.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(found -> {
          Metadata metadata =
              new Metadata(clock.instant(), UuidCreator.getTimeOrderedEpoch(), null, board)
                  .within(trace);
          Listed listed = new Listed();
          for (Read read : items) {
            if (read.item() == null) {
              listed.refuse(read.index(), Objects.requireNonNull(read.problem()));
            } else {
              Link link = Objects.requireNonNull(links.get(read.index()));
              take(board, read.index(), read.item(), link, found, metadata, listed);
            }
          }
          return record(board, listed, metadata);
        });
  }

  private Uni<KeyedRequests.Outcome> record(String board, Listed listed, Metadata metadata) {
    // Before the append: a link to nothing does no harm, a rejection that nothing leads to would
    // wait for good.
    return applications
        .note(board, listed.waiting())
        .flatMap(noted -> store.appendEach(listed.appends()))
        .invoke(listed::ended)
        .flatMap(ended -> corrected.note(board, listed.linksOfThere(), List.of()))
        // One that was there before need not be rejected: a stage may have begun it, or its
        // rejection was taken back.
        .flatMap(right -> known.reject(board, metadata, listed.there()))
        .invoke(listed::rejected)
        .flatMap(rejected -> known.withdraw(board, metadata, listed.withdrawals()))
        .invoke(listed::withdrew)
        .map(withdrew -> listed.outcome());
  }

  private Link link(String board, RejectionItem item) {
    return new Link(
        applications.application(board, item.externalId()),
        applications.person(board, item.candidate().externalId()),
        addresses.pseudonym(item.candidate().email()));
  }

  /** A board may have mapped the reason to another ending than a rejection. */
  private void take(
      String board,
      int index,
      RejectionItem item,
      Link link,
      Tuple2<Owners.Found, Mapping> found,
      Metadata metadata,
      Listed listed) {
    switch (item.ending(found.getItem2()).orElse(Mapping.Ending.REJECTED)) {
      case REJECTED -> decide(board, index, item, link, found.getItem1(), metadata, listed);
      case WITHDRAWN ->
          listed.withdraw(index, new Withdrawal(link.application(), item.reasonText()));
      case HIRED -> listed.refuse(index, Listed.HIRED);
    }
  }

  private void decide(
      String board,
      int index,
      RejectionItem item,
      Link link,
      Owners.Found found,
      Metadata metadata,
      Listed listed) {
    UUID owner = found.owner(link.address(), link.person()).orElse(null);
    if (owner == null) {
      listed.refuse(index, Listed.ERASED);
      return;
    }
    Report report = report(board, item, link.application(), owner);
    switch (decider.decide(report, decider.initial())) {
      case Decision.Refused<ApplicationEvent, JobApplicationRefusal>(var reason) ->
          listed.refuse(index, problem(reason));
      case Decision.Accepted<ApplicationEvent, JobApplicationRefusal>(var events) -> {
        if (owner.equals(link.person())) {
          listed.waits(link);
        }
        listed.add(
            index,
            link,
            report,
            Append.begin(
                Streams.application(link.application()),
                events.stream().map(NewEvent::of).toList(),
                metadata));
      }
    }
  }

  /** The command that an item comes to. */
  public Report report(String board, RejectionItem item, UUID id, UUID candidate) {
    Recruiter recruiter =
        item.recruiter() == null ? null : item.recruiter().recruiter(sealing::pseudonym);
    return new Report(
        new Submit(
            id,
            candidate,
            item.posting().posting(),
            item.applied(),
            recruiter,
            board,
            item.candidate().externalId(),
            item.externalId()),
        item.reached(),
        new Reject(
            candidate,
            item.stage(),
            false,
            item.rejectedOn(),
            RejectionSource.BOARD,
            item.rejectionReason(),
            item.message(),
            item.candidate().name(),
            recruiter));
  }

  private static String problem(JobApplicationRefusal reason) {
    return switch (reason) {
      case BEFORE_APPLICATION -> "appliedOn must not be after the days of stages and rejection";
      case STAGE_AFTER_REJECTION -> "stages must not be after the day of the rejection";
      case STAGE_ALREADY_RECORDED -> "stages must name a stage of one day once";
      case TOO_MANY_STAGES -> "stages must be at most " + JobApplicationDecider.MAX_STAGES;
      case UNKNOWN_APPLICATION,
          ALREADY_SUBMITTED,
          ALREADY_REJECTED,
          ALREADY_WITHDRAWN,
          ALREADY_OFFERED,
          NOT_REJECTED,
          CHANGED_MEANWHILE ->
          throw new IllegalStateException("on a new application: " + reason);
    };
  }
}
