package dev.rebound.application.boards;

import static java.util.Comparator.comparing;

import dev.rebound.application.boards.BoardApplications.Link;
import dev.rebound.application.boards.BoardRejections.NotTaken;
import dev.rebound.application.boards.BoardRejections.Received;
import dev.rebound.application.boards.KnownApplications.Again;
import dev.rebound.application.boards.KnownApplications.Withdrawal;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.http.KeyedRequests;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.Outcome;
import dev.rebound.eventstore.StreamId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list while it is worked through. */
final class Listed {

  /** Why nothing is taken of whoever is erased. */
  static final String ERASED = "candidate is nobody of whom anything may be kept";

  /** Why nothing is taken of whoever got the job. */
  static final String HIRED = "reason is mapped to HIRED: it is no rejection";

  private final Map<StreamId, Item> items = new LinkedHashMap<>();
  private final Map<UUID, Link> waiting = new LinkedHashMap<>();
  private final List<NotTaken> notTaken = new ArrayList<>();

  private final Map<UUID, Withdrawn> withdrawn = new LinkedHashMap<>();

  /** Those that were there before, in the order of {@link #appends}. */
  private final List<Item> there = new ArrayList<>();

  private int accepted;
  private int duplicates;
  private @Nullable UUID last;

  private record Item(int index, Link link, Report report, Append append) {}

  private record Withdrawn(int index, Withdrawal withdrawal) {}

  void refuse(int index, String problem) {
    notTaken.add(new NotTaken(index, problem));
  }

  /** Notes that an application waits for somebody to sign in. */
  void waits(Link link) {
    waiting.putIfAbsent(link.application(), link);
  }

  /** Adds what an item comes to; of two for the same application the first counts. */
  void add(int index, Link link, Report report, Append append) {
    if (withdrawn.containsKey(link.application())
        || items.putIfAbsent(append.stream(), new Item(index, link, report, append)) != null) {
      duplicates++;
    }
  }

  /** The same of an item whose reason the board has mapped to a withdrawal. */
  void withdraw(int index, Withdrawal withdrawal) {
    UUID application = withdrawal.application();
    if (items.containsKey(Streams.application(application))
        || withdrawn.putIfAbsent(application, new Withdrawn(index, withdrawal)) != null) {
      duplicates++;
    }
  }

  List<Withdrawal> withdrawals() {
    return withdrawn.values().stream().map(Withdrawn::withdrawal).toList();
  }

  List<Link> waiting() {
    return List.copyOf(waiting.values());
  }

  List<Append> appends() {
    return items.values().stream().map(Item::append).toList();
  }

  /**
   * Notes how the appends ended.
   *
   * @param outcomes in the order of {@link #appends}
   */
  void ended(List<Outcome> outcomes) {
    List<Append> written = new ArrayList<>();
    List<Item> tried = List.copyOf(items.values());
    for (int i = 0; i < tried.size(); i++) {
      switch (outcomes.get(i)) {
        case WRITTEN -> written.add(tried.get(i).append());
        case STALE -> there.add(tried.get(i));
        case ERASED -> refuse(tried.get(i).index(), ERASED);
      }
    }
    accepted = written.size();
    last = last(written);
  }

  /** The reports of applications that were there before. */
  List<Report> there() {
    return there.stream().map(Item::report).toList();
  }

  /** Whom those are told to belong to now. */
  List<Link> linksOfThere() {
    return there.stream().map(Item::link).toList();
  }

  /**
   * Notes what became of the applications that were there before.
   *
   * @param again in the order of {@link #there}
   */
  void rejected(List<Again> again) {
    for (int i = 0; i < there.size(); i++) {
      note(there.get(i).index(), again.get(i));
    }
  }

  /**
   * Notes what became of the withdrawals.
   *
   * @param again in the order of {@link #withdrawals}
   */
  void withdrew(List<Again> again) {
    int i = 0;
    for (Withdrawn one : withdrawn.values()) {
      note(one.index(), again.get(i++));
    }
  }

  private void note(int index, Again again) {
    switch (again) {
      case Again.Recorded(UUID event) -> {
        accepted++;
        last = event;
      }
      case Again.Duplicate _ -> duplicates++;
      case Again.Erased _ -> refuse(index, ERASED);
      case Again.Refused(String problem) -> refuse(index, problem);
    }
  }

  /** The answer. */
  KeyedRequests.Outcome outcome() {
    notTaken.sort(comparing(NotTaken::index));
    return new KeyedRequests.Outcome(last, new Received(accepted, duplicates, notTaken));
  }

  /** They are written in the order of their streams. */
  private static @Nullable UUID last(List<Append> written) {
    return written.stream()
        .max(comparing(append -> append.stream().toString()))
        .map(append -> append.events().getLast().id())
        .orElse(null);
  }
}
