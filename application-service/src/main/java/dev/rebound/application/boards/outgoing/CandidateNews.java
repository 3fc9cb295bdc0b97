package dev.rebound.application.boards.outgoing;

import static java.util.stream.Collectors.toSet;

import dev.rebound.application.boards.outgoing.Introductions.Introduction;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.EventType;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.Withdrawals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers by which ids boards know a candidate, and tells those boards of consent and of erasure.
 *
 * <p>No reaction of its own: whoever destroys keys asks it first. The ids are sealed under the
 * candidate's key, so all of them have to be remembered, and the boards told, before the key goes;
 * one reader of the events keeps that order.
 */
@ApplicationScoped
public class CandidateNews {

  /** How many events are worth to be taken together: the event table is read so many at a time. */
  public static final int TOGETHER = 1_000;

  private final KnownCandidates known;
  private final Introductions introductions;
  private final Notices notices;
  private final Withdrawals withdrawals;

  /** Wired by the container. */
  @Inject
  public CandidateNews(
      KnownCandidates known,
      Introductions introductions,
      Notices notices,
      Withdrawals withdrawals) {
    this.known = known;
    this.introductions = introductions;
    this.notices = notices;
    this.withdrawals = withdrawals;
  }

  /** Whether events of a type may ask for something: most are no news to a board. */
  public static boolean concerns(EventType type, @Nullable String board) {
    return switch (type) {
      case APPLICATION_SUBMITTED -> board != null;
      case CONSENT_CHANGED, SUBJECT_ERASED -> true;
      default -> false;
    };
  }

  /**
   * Remembers by which ids boards know the candidates of many applications, and answers which of
   * the events that settles. A candidate's are taken as far as no consent or erasure stands before
   * them; where a consent is given already, the board is to be told, which is left to {@link #on}.
   */
  public Uni<Set<UUID>> onAll(List<StoredEvent> events) {
    Map<UUID, Introduction> asked = new LinkedHashMap<>();
    Set<UUID> changed = new HashSet<>();
    for (StoredEvent stored : events) {
      UUID candidate = stored.event().candidateId();
      if (!(stored.event() instanceof ApplicationSubmitted it)) {
        changed.add(candidate);
      } else if (!changed.contains(candidate)
          && it.board() != null
          && it.boardCandidate() != null) {
        asked.put(stored.id(), new Introduction(it.board(), candidate, it.boardCandidate()));
      }
    }
    return introductions
        .rememberAll(asked.values())
        .map(settled ->
            asked.entrySet().stream()
                .filter(it -> settled.contains(it.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet()));
  }

  /** Does what an event asks for; done again it changes nothing. */
  public Uni<Void> on(StoredEvent stored) {
    if (!(stored.event() instanceof ApplicationEvent event)) {
      return Uni.createFrom().voidItem();
    }
    return switch (event) {
      case ApplicationSubmitted it -> reported(stored, it);
      case ConsentChanged it -> consented(stored, it);
      case SubjectErased it -> erased(stored, it);
      case ApplicationCorrected _,
          StageReached _,
          ApplicationRejected _,
          ApplicationReopened _,
          ApplicationWithdrawn _,
          OfferReceived _,
          ReflectionCompleted _ ->
          Uni.createFrom().voidItem();
    };
  }

  /** A board that gets to know a candidate hears of the consent that was given before. */
  private Uni<Void> reported(StoredEvent stored, ApplicationSubmitted it) {
    String board = it.board();
    String externalId = it.boardCandidate();
    if (board == null || externalId == null) {
      return Uni.createFrom().voidItem();
    }
    return known
        .standing(board, it.candidateId(), externalId)
        .chain(standing -> {
          if (standing.known()) {
            return Uni.createFrom().voidItem();
          }
          Notice given =
              Notice.consent(stored, new ConsentChanged(it.candidateId(), board, true))
                  .about(List.of(externalId));
          // Remembered last: should this end in between, all of it is done again.
          return notices
              .note(stored.id(), standing.shared() ? List.of(given) : List.of())
              .chain(() -> known.remember(board, it.candidateId(), externalId));
        });
  }

  private Uni<Void> consented(StoredEvent stored, ConsentChanged it) {
    return withdrawals
        .note(it.candidateId(), it.board(), it.shareSearch(), stored.version())
        .chain(() -> known.consent(it.board(), it.candidateId(), it.shareSearch()))
        .chain(() -> known.idsOf(it.candidateId()))
        .chain(ids -> {
          List<String> ofBoard = ids.getOrDefault(it.board(), List.of());
          return ofBoard.isEmpty()
              // The board has never heard of the candidate.
              ? Uni.createFrom().voidItem()
              : notices.note(stored.id(), List.of(Notice.consent(stored, it).about(ofBoard)));
        });
  }

  private Uni<Void> erased(StoredEvent stored, SubjectErased it) {
    return known
        .idsOf(it.candidateId())
        .chain(ids ->
            notices.note(
                stored.id(),
                ids.entrySet().stream()
                    .map(board -> Notice.erased(stored, board.getKey()).about(board.getValue()))
                    .toList()))
        .chain(() -> withdrawals.forget(it.candidateId()));
  }
}
