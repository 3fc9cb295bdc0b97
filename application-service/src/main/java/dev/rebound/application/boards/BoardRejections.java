package dev.rebound.application.boards;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.boards.BoardApplications.Link;
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
import dev.rebound.events.RejectionSource;
import dev.rebound.eventstore.Decision;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.Outcome;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records the rejections of a list, all that hold in one statement. */
@ApplicationScoped
public class BoardRejections {

  private static final String ERASED = "candidate is nobody of whom anything may be kept";

  private final JobApplicationDecider decider = new JobApplicationDecider();
  private final EventStore store;
  private final VerifiedAddresses addresses;
  private final Owners owners;
  private final BoardApplications applications;
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
      Sealing sealing,
      Clock clock,
      Tracing tracing) {
    this.store = store;
    this.addresses = addresses;
    this.owners = owners;
    this.applications = applications;
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
    return owners
        .of(
            links.values().stream().map(Link::address).collect(toSet()),
            links.values().stream().map(Link::person).collect(toSet()))
        // Deciding a thousand items takes longer than an event loop may be held.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(known -> {
          Metadata metadata =
              new Metadata(clock.instant(), UuidCreator.getTimeOrderedEpoch(), null, board)
                  .within(trace);
          Listed listed = new Listed();
          for (Read read : items) {
            if (read.item() == null) {
              listed.refuse(read.index(), Objects.requireNonNull(read.problem()));
            } else {
              Link link = Objects.requireNonNull(links.get(read.index()));
              decide(board, read.index(), read.item(), link, known, metadata, listed);
            }
          }
          List<Append> appends = List.copyOf(listed.appends.values());
          // Before the append: a link to nothing does no harm, a rejection that nothing leads to
          // would wait for good.
          return applications
              .note(board, List.copyOf(listed.waiting.values()))
              .flatMap(noted -> store.appendEach(appends))
              .map(ended -> listed.outcome(appends, ended));
        });
  }

  private Link link(String board, RejectionItem item) {
    return new Link(
        applications.application(board, item.externalId()),
        applications.person(board, item.candidate().externalId()),
        addresses.pseudonym(item.candidate().email()));
  }

  private void decide(
      String board,
      int index,
      RejectionItem item,
      Link link,
      Owners.Found known,
      Metadata metadata,
      Listed listed) {
    UUID owner = known.owner(link.address(), link.person()).orElse(null);
    if (owner == null) {
      listed.refuse(index, ERASED);
      return;
    }
    switch (decider.decide(report(board, item, link.application(), owner), decider.initial())) {
      case Decision.Refused<ApplicationEvent, JobApplicationRefusal>(var reason) ->
          listed.refuse(index, problem(reason));
      case Decision.Accepted<ApplicationEvent, JobApplicationRefusal>(var events) -> {
        if (owner.equals(link.person())) {
          listed.waiting.putIfAbsent(link.application(), link);
        }
        listed.add(
            index,
            Append.begin(
                Streams.application(link.application()),
                events.stream().map(NewEvent::of).toList(),
                metadata));
      }
    }
  }

  /** The command that an item comes to. */
  public Report report(String board, RejectionItem item, UUID id, UUID candidate) {
    var recruiter = item.recruiter();
    return new Report(
        new Submit(
            id,
            candidate,
            item.posting().posting(),
            item.applied(),
            recruiter == null ? null : recruiter.recruiter(sealing::pseudonym),
            board,
            item.candidate().externalId()),
        item.reached(),
        new Reject(
            candidate,
            item.stage(),
            item.rejectedOn(),
            RejectionSource.BOARD,
            item.rejectionReason(),
            item.message()));
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

  /** A list while it is worked through. */
  private static final class Listed {

    private final Map<StreamId, Append> appends = new LinkedHashMap<>();
    private final Map<UUID, Link> waiting = new LinkedHashMap<>();
    private final Map<StreamId, Integer> places = new HashMap<>();
    private final List<NotTaken> notTaken = new ArrayList<>();
    private int duplicates;

    void refuse(int index, String problem) {
      notTaken.add(new NotTaken(index, problem));
    }

    void add(int index, Append append) {
      if (appends.putIfAbsent(append.stream(), append) == null) {
        places.put(append.stream(), index);
      } else {
        duplicates++;
      }
    }

    KeyedRequests.Outcome outcome(List<Append> tried, List<Outcome> ended) {
      List<Append> written = new ArrayList<>();
      for (int i = 0; i < tried.size(); i++) {
        switch (ended.get(i)) {
          case WRITTEN -> written.add(tried.get(i));
          case STALE -> duplicates++;
          case ERASED -> refuse(Objects.requireNonNull(places.get(tried.get(i).stream())), ERASED);
        }
      }
      notTaken.sort(comparing(NotTaken::index));
      return new KeyedRequests.Outcome(
          last(written), new Received(written.size(), duplicates, notTaken));
    }

    /** They are written in the order of their streams. */
    private static @Nullable UUID last(List<Append> written) {
      return written.stream()
          .max(comparing(append -> append.stream().toString()))
          .map(append -> append.events().getLast().id())
          .orElse(null);
    }
  }
}
