package dev.rebound.insights.funnel;

import static dev.rebound.events.StageKind.APPLICATION_REVIEW;
import static dev.rebound.events.StageKind.OFFER;
import static dev.rebound.events.StageKind.PANEL_INTERVIEW;
import static dev.rebound.events.StageKind.RECRUITER_SCREEN;
import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.insights.contexts.History;
import dev.rebound.insights.figures.Share;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FunnelStageTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 16);

  @Test
  void shows_where_applications_end() {
    History history =
        new History()
            .applied("rejected on paper", DAY)
            .rejected("rejected on paper", APPLICATION_REVIEW, DAY, null)
            .applied("rejected later", DAY)
            .reached("rejected later", RECRUITER_SCREEN, DAY)
            .rejected("rejected later", PANEL_INTERVIEW, DAY, null)
            .applied("offered", DAY)
            .reached("offered", RECRUITER_SCREEN, DAY)
            .add("application", id("offered"), new OfferReceived(id("offered"), CANDIDATE, DAY))
            .applied("open", DAY)
            .reached("open", RECRUITER_SCREEN, DAY);

    assertThat(FunnelStage.of(history.contexts()))
        .containsExactly(
            new FunnelStage(APPLICATION_REVIEW, 4, 3, 1, Share.of(3, 4)),
            new FunnelStage(RECRUITER_SCREEN, 3, 2, 0, Share.of(2, 2)),
            new FunnelStage(PANEL_INTERVIEW, 1, 0, 1, Share.of(0, 1)),
            new FunnelStage(OFFER, 1, 1, 0, Share.of(1, 1)));
  }

  @Test
  void counts_a_rejection_without_a_stage_for_the_last_one_reached() {
    History history =
        new History()
            .applied("A", DAY)
            .reached("A", RECRUITER_SCREEN, DAY)
            .rejected("A", null, DAY, null);

    assertThat(FunnelStage.of(history.contexts()))
        .containsExactly(
            new FunnelStage(APPLICATION_REVIEW, 1, 1, 0, Share.of(1, 1)),
            new FunnelStage(RECRUITER_SCREEN, 1, 0, 1, Share.of(0, 1)));
  }

  /** The talk with the panel came first, and the one with the recruiter was the end. */
  @Test
  void follows_what_happened_and_not_the_usual_order() {
    History history =
        new History()
            .applied("A", DAY)
            .reached("A", PANEL_INTERVIEW, DAY.plusDays(3))
            .reached("A", RECRUITER_SCREEN, DAY.plusDays(9))
            .rejected("A", RECRUITER_SCREEN, DAY.plusDays(12), null);

    assertThat(FunnelStage.of(history.contexts()))
        .containsExactly(
            new FunnelStage(APPLICATION_REVIEW, 1, 1, 0, Share.of(1, 1)),
            new FunnelStage(RECRUITER_SCREEN, 1, 0, 1, Share.of(0, 1)),
            new FunnelStage(PANEL_INTERVIEW, 1, 1, 0, Share.of(1, 1)));
  }

  /** It was rejected after the panel, which was recorded only afterwards. */
  @Test
  void counts_a_rejection_for_a_stage_that_is_recorded_afterwards() {
    History history =
        new History()
            .applied("A", DAY)
            .reached("A", RECRUITER_SCREEN, DAY.plusDays(3))
            .rejected("A", RECRUITER_SCREEN, DAY.plusDays(12), null)
            .reached("A", PANEL_INTERVIEW, DAY.plusDays(9));

    assertThat(FunnelStage.of(history.contexts()))
        .containsExactly(
            new FunnelStage(APPLICATION_REVIEW, 1, 1, 0, Share.of(1, 1)),
            new FunnelStage(RECRUITER_SCREEN, 1, 1, 0, Share.of(1, 1)),
            new FunnelStage(PANEL_INTERVIEW, 1, 0, 1, Share.of(0, 1)));
  }

  @Test
  void leaves_a_rejection_where_it_is_named_when_only_earlier_stages_are_recorded_afterwards() {
    History history =
        new History()
            .applied("A", DAY)
            .rejected("A", PANEL_INTERVIEW, DAY.plusDays(12), null)
            .reached("A", PANEL_INTERVIEW, DAY.plusDays(9))
            .reached("A", RECRUITER_SCREEN, DAY.plusDays(9));

    assertThat(FunnelStage.of(history.contexts()))
        .extracting(FunnelStage::stage, FunnelStage::rejected)
        .containsExactly(
            tuple(APPLICATION_REVIEW, 0), tuple(RECRUITER_SCREEN, 0), tuple(PANEL_INTERVIEW, 1));
  }

  @Test
  void counts_what_is_open_or_withdrawn_for_neither() {
    History history =
        new History()
            .applied("open", DAY)
            .applied("withdrawn", DAY)
            .add(
                "application",
                id("withdrawn"),
                new ApplicationWithdrawn(id("withdrawn"), CANDIDATE, null));

    assertThat(FunnelStage.of(history.contexts()))
        .containsExactly(new FunnelStage(APPLICATION_REVIEW, 2, 0, 0, null));
  }

  @Test
  void counts_an_offer_that_was_turned_down() {
    History history =
        new History()
            .applied("A", DAY)
            .add("application", id("A"), new OfferReceived(id("A"), CANDIDATE, DAY))
            .add("application", id("A"), new ApplicationWithdrawn(id("A"), CANDIDATE, null));

    assertThat(FunnelStage.of(history.contexts()))
        .containsExactly(
            new FunnelStage(APPLICATION_REVIEW, 1, 1, 0, Share.of(1, 1)),
            new FunnelStage(OFFER, 1, 1, 0, Share.of(1, 1)));
  }

  @Test
  void is_empty_without_applications() {
    assertThat(FunnelStage.of(new History().contexts())).isEmpty();
  }
}
