package dev.rebound.application.webhooks;

import static java.util.stream.Collectors.summingInt;

import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardMappings;
import dev.rebound.application.boards.RejectionItem;
import dev.rebound.application.webhooks.Reported.CameTo;
import dev.rebound.application.webhooks.Reported.Ended;
import dev.rebound.sealing.KeyRing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Commands what vendors report: the same commands that the bulk endpoint and candidates issue. */
@ApplicationScoped
class ReportedChanges {

  private final Endings endings;
  private final Reopenings reopenings;
  private final StageChanges stages;
  private final LastTold lastTold;
  private final KeyRing keys;
  private final BoardApplications applications;
  private final BoardMappings mappings;

  /** Wired by the container. */
  @Inject
  ReportedChanges(
      Endings endings,
      Reopenings reopenings,
      StageChanges stages,
      LastTold lastTold,
      KeyRing keys,
      BoardApplications applications,
      BoardMappings mappings) {
    this.endings = endings;
    this.reopenings = reopenings;
    this.stages = stages;
    this.lastTold = lastTold;
    this.keys = keys;
    this.applications = applications;
    this.mappings = mappings;
  }

  /** Carries out what was reported; ends when it is durable. */
  Uni<Outcome> apply(Origin origin, Reported what) {
    String board = origin.board();
    return switch (what) {
      case Ended ended ->
          mappings.of(board).chain(mapping -> endings.ended(origin, ended, mapping));
      case Reported.Item(RejectionItem item) ->
          mappings.of(board).chain(mapping -> endings.ended(origin, item, mapping));
      case Reported.SteppedBack(String id, var reason) -> endings.steppedBack(origin, id, reason);
      case Reported.Reopened(String id) -> reopenings.reopened(origin, id);
      case Reported.UnderWay underWay -> reopenings.underWay(origin, underWay);
      case CameTo came -> cameTo(origin, came);
      case Reported.PersonErased(List<String> ids) -> erase(board, ids);
      case Reported.Ping _ -> Outcome.only(Outcome.Kind.PING);
      case Reported.Nothing _ -> Outcome.only(Outcome.Kind.IGNORED);
      case Reported.Unusable(String why) -> Uni.createFrom().item(Outcome.unusable(why));
    };
  }

  private Uni<Outcome> cameTo(Origin origin, CameTo came) {
    return lastTold
        .look(origin, applications.application(origin.board(), came.externalId()))
        .chain(standing -> stages.apply(origin, came, standing));
  }

  /**
   * Destroys the keys of a board's person and takes away what led to them. What a candidate has
   * adopted is sealed under the candidate's own key and stays theirs.
   */
  private Uni<Outcome> erase(String board, List<String> ids) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(id -> erase(board, applications.person(board, id)))
        .collect()
        .with(summingInt(links -> links))
        .map(links -> links > 0 ? Outcome.applied(null) : Outcome.of(Outcome.Kind.UNCHANGED));
  }

  private Uni<Integer> erase(String board, UUID person) {
    return keys.erase(person).chain(() -> applications.forget(board, person));
  }
}
