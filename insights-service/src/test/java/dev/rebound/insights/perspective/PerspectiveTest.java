package dev.rebound.insights.perspective;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.Control;
import dev.rebound.events.Energy;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.RoleReflection.ComponentEnergy;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import dev.rebound.insights.contexts.History;
import dev.rebound.insights.contexts.ScriptedReader;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.figures.Share;
import dev.rebound.insights.perspective.Perspective.CauseCount;
import dev.rebound.insights.perspective.Perspective.NotYours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PerspectiveTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 2);

  private final ScriptedReader reader =
      new ScriptedReader()
          .mention("the budget went away", Theme.POSITION_CLOSED)
          .critique("no Finnish", Theme.LOCAL_LANGUAGE)
          .critique("others were closer", Theme.STRONGER_CANDIDATE)
          .critique("thin on queues", Theme.TECHNICAL_DEPTH);

  @Test
  void counts_each_rejection_once_by_its_main_cause() {
    Perspective perspective =
        Perspective.of(
            new History()
                .rejection("A", DAY, "Sadly the budget went away")
                .rejection("B", DAY, "We noticed no Finnish, and thin on queues")
                .rejection("C", DAY, "Thank you for your time")
                .reflected("B", Theme.TECHNICAL_DEPTH, Theme.TECHNICAL_DEPTH)
                .contexts(reader));

    assertThat(perspective.rejections()).isEqualTo(3);
    assertThat(perspective.byControl())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Control.CONTROLLABLE, 1,
                Control.LONG_TERM, 0,
                Control.OUT_OF_CONTROL, 1,
                Control.UNKNOWN, 1));
    assertThat(perspective.shares())
        .containsEntry(Control.OUT_OF_CONTROL, Share.of(1, 3))
        .containsEntry(Control.LONG_TERM, Share.of(0, 3));
    assertThat(perspective.causes())
        .containsExactly(
            new CauseCount(Theme.TECHNICAL_DEPTH, Control.CONTROLLABLE, 1),
            new CauseCount(Theme.POSITION_CLOSED, Control.OUT_OF_CONTROL, 1));
  }

  @Test
  void makes_no_cause_of_what_the_candidate_only_wants_to_improve() {
    History history =
        new History()
            .rejection("A", DAY, "Sadly the budget went away")
            .reflected(
                "A",
                List.of(
                    new StageReflection(StageKind.ASSESSMENT, 1, 3, null, "was thin on queues")),
                List.of(),
                null);
    Evidence own =
        history.contexts(reader).evidence().stream()
            .filter(evidence -> evidence.source() == EvidenceSource.REFLECTION)
            .findFirst()
            .orElseThrow();
    history.decided(
        new CauseReclassified(CANDIDATE, own.id(), Theme.PREPARATION, null, null, null));

    assertThat(Perspective.of(history.contexts(reader)).causes())
        .containsExactly(new CauseCount(Theme.POSITION_CLOSED, Control.OUT_OF_CONTROL, 1));
  }

  @Test
  void shows_what_was_out_of_control_with_the_words() {
    Perspective perspective =
        Perspective.of(
            new History().rejection("A", DAY, "Sadly the budget went away").contexts(reader));

    assertThat(perspective.outOfControl())
        .singleElement()
        .returns(id("A"), NotYours::applicationId)
        .returns("the budget went away", NotYours::quote)
        .returns(EvidenceSource.REJECTION, NotYours::by);
  }

  @Test
  void believes_feedback_before_reflection_before_message() {
    History history =
        new History()
            .rejection("A", DAY, "Sadly the budget went away")
            .reflected("A", Theme.LOCAL_LANGUAGE)
            .answered("A", DAY, "You were thin on queues");

    assertThat(Perspective.of(history.contexts(reader)).byControl())
        .containsEntry(Control.CONTROLLABLE, 1);
  }

  @Test
  void believes_the_reflection_before_the_message() {
    History history =
        new History()
            .rejection("A", DAY, "Sadly the budget went away")
            .reflected("A", Theme.LOCAL_LANGUAGE);

    assertThat(Perspective.of(history.contexts(reader)).byControl())
        .containsEntry(Control.LONG_TERM, 1);
  }

  @Test
  void believes_what_decided_it_before_what_was_said_as_well() {
    History history =
        new History()
            .rejection("A", DAY, null)
            .answered(
                "A",
                DAY,
                "You were thin on queues",
                List.of(),
                List.of(),
                List.of(Theme.LOCAL_LANGUAGE));

    assertThat(Perspective.of(history.contexts(reader)).byControl())
        .containsEntry(Control.LONG_TERM, 1);
  }

  @Test
  void takes_a_vague_answer_only_where_nobody_names_more() {
    History vague =
        new History().rejection("A", DAY, "no Finnish").answered("A", DAY, "others were closer");

    assertThat(Perspective.of(vague.contexts(reader)).byControl())
        .containsEntry(Control.LONG_TERM, 1);
  }

  @Test
  void believes_a_correction_before_what_else_the_same_words_were_read_as() {
    History history = new History().rejection("A", DAY, "We noticed no Finnish, thin on queues");
    correct(history, Theme.TECHNICAL_DEPTH, Theme.POSITION_CLOSED);

    assertThat(Perspective.of(history.contexts(reader)).causes())
        .containsExactly(new CauseCount(Theme.POSITION_CLOSED, Control.OUT_OF_CONTROL, 1));
  }

  @Test
  void believes_the_candidate_who_says_what_a_message_without_a_cause_meant() {
    History history = new History().rejection("A", DAY, "Thank you for your time");
    correct(history, Theme.UNSPECIFIED, Theme.POSITION_CLOSED);

    assertThat(Perspective.of(history.contexts(reader)).byControl())
        .containsEntry(Control.OUT_OF_CONTROL, 1);
  }

  @Test
  void a_correction_counts_no_more_than_whom_it_corrects() {
    History history =
        new History()
            .rejection("A", DAY, "Thank you for your time")
            .answered("A", DAY, "You were thin on queues");
    correct(history, Theme.UNSPECIFIED, Theme.POSITION_CLOSED);

    assertThat(Perspective.of(history.contexts(reader)).causes())
        .containsExactly(new CauseCount(Theme.TECHNICAL_DEPTH, Control.CONTROLLABLE, 1));
  }

  @Test
  void a_corrected_side_remark_does_not_count_more_than_what_decided_it() {
    History history =
        new History()
            .rejection("A", DAY, null)
            .answered(
                "A",
                DAY,
                "You were thin on queues",
                List.of(),
                List.of(),
                List.of(Theme.LOCAL_LANGUAGE));
    correct(history, Theme.TECHNICAL_DEPTH, Theme.POSITION_CLOSED);

    assertThat(Perspective.of(history.contexts(reader)).causes())
        .containsExactly(new CauseCount(Theme.LOCAL_LANGUAGE, Control.LONG_TERM, 1));
  }

  /** They may tell what to work on, and were not there when it was decided. */
  @ParameterizedTest
  @EnumSource(names = "RECRUITER", mode = Mode.EXCLUDE)
  void makes_no_cause_of_what_others_than_the_recruiter_say_about_it(FeedbackSource source) {
    History history =
        new History()
            .rejection("A", DAY, null)
            .toldAbout("A", source, DAY, "You were thin on queues")
            .rejection("B", DAY, "Sadly the budget went away")
            .toldAbout("B", source, DAY, "You were thin on queues");

    Perspective perspective = Perspective.of(history.contexts(reader));

    assertThat(perspective.causes())
        .containsExactly(new CauseCount(Theme.POSITION_CLOSED, Control.OUT_OF_CONTROL, 1));
    assertThat(perspective.byControl()).containsEntry(Control.UNKNOWN, 1);
  }

  @Test
  void does_not_count_a_rejection_that_was_taken_back() {
    History history =
        new History()
            .rejection("A", DAY, "no Finnish")
            .add("application", id("A"), new ApplicationReopened(id("A"), CANDIDATE));

    assertThat(Perspective.of(history.contexts(reader)).rejections()).isZero();
  }

  @Test
  void says_when_there_is_not_enough_yet() {
    assertThat(Perspective.of(new History().rejection("A", DAY, null).contexts(reader)).status())
        .isEqualTo(Basis.NOT_ENOUGH_YET);
  }

  @Test
  void counts_how_far_the_roles_suited() {
    RoleReflection draining =
        new RoleReflection(
            2,
            List.of(
                new ComponentEnergy("on-call", Energy.DE_ENERGIZING),
                new ComponentEnergy("reports", Energy.SOMEWHAT_DE_ENERGIZING),
                new ComponentEnergy("teaching", Energy.ENERGIZING)));
    History history =
        new History()
            .rejection("A", DAY, null)
            .reflected("A", List.of(), List.of(), draining)
            .rejection("B", DAY, null)
            .reflected("B", List.of(), List.of(), new RoleReflection(5, List.of()));

    RoleMismatch mismatch = Perspective.of(history.contexts()).roleMismatch();

    assertThat(mismatch)
        .isEqualTo(new RoleMismatch(Basis.ENOUGH, 2, 2, 1, Share.of(1, 2), 3, 2, Share.of(2, 3)));
  }

  private void correct(History history, Theme read, Theme meant) {
    Evidence evidence =
        history.contexts(reader).evidence().stream()
            .filter(said -> said.theme() == read)
            .findFirst()
            .orElseThrow();
    history.decided(new CauseReclassified(CANDIDATE, evidence.id(), meant, null, null, null));
  }
}
