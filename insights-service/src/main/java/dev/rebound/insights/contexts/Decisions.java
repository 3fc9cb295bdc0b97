package dev.rebound.insights.contexts;

import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.InsightsEvent.GoalAbandoned;
import dev.rebound.events.InsightsEvent.GoalAchieved;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.InsightsEvent.GoalChanged;
import dev.rebound.events.InsightsEvent.GoalCheckedIn;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.RefinementDismissed;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.insights.contexts.CandidateFacts.Correction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** What candidates decide, folded into the one row of theirs that belongs to no context. */
final class Decisions {

  private Decisions() {}

  static CandidateFacts evolve(CandidateFacts facts, ConsentChanged consent) {
    TreeSet<String> boards = new TreeSet<>(facts.sharesSearchWith());
    if (consent.shareSearch()) {
      boards.add(consent.board());
    } else {
      boards.remove(consent.board());
    }
    return facts.withSharesSearchWith(List.copyOf(boards));
  }

  static CandidateFacts evolve(CandidateFacts facts, InsightsEvent event) {
    return switch (event) {
      case CauseReclassified corrected -> facts.withCorrections(corrections(facts, corrected));
      case GoalAdopted _,
          GoalChanged _,
          GoalCheckedIn _,
          GoalAchieved _,
          GoalAbandoned _,
          RefinementAccepted _,
          RefinementDismissed _,
          SearchProfileChanged _ ->
          facts;
    };
  }

  private static Map<UUID, Correction> corrections(CandidateFacts facts, CauseReclassified event) {
    Correction correction =
        new Correction(event.theme(), event.control(), event.dismissed(), event.reading());
    Map<UUID, Correction> all = new HashMap<>(facts.corrections());
    if (correction.asRead()) {
      all.remove(event.evidenceId());
    } else {
      all.put(event.evidenceId(), correction);
    }
    return all;
  }
}
