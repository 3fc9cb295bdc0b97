package dev.rebound.analysis.jobs;

import static dev.rebound.analysis.jobs.ComponentKind.BENEFIT;
import static dev.rebound.analysis.jobs.ComponentKind.OTHER;
import static dev.rebound.analysis.jobs.ComponentKind.REQUIREMENT;
import static dev.rebound.analysis.jobs.ComponentKind.RESPONSIBILITY;
import static dev.rebound.analysis.jobs.JobDescription.components;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobDescriptionTest {

  @Test
  void headingsTellWhatTheirItemsAre() {
    String posting =
        """
        We run the ferries between the islands.

        ## What you'll do
        - plan the winter timetable
        - talk to the harbour masters

        ## What we're looking for
        * two winters at sea
        * a head for numbers

        **What we offer**
        1. a cabin of your own
        2. 32 days off
        """;

    assertThat(components(posting))
        .extracting(Component::kind, Component::text)
        .containsExactly(
            tuple(OTHER, "We run the ferries between the islands."),
            tuple(RESPONSIBILITY, "plan the winter timetable"),
            tuple(RESPONSIBILITY, "talk to the harbour masters"),
            tuple(REQUIREMENT, "two winters at sea"),
            tuple(REQUIREMENT, "a head for numbers"),
            tuple(BENEFIT, "a cabin of your own"),
            tuple(BENEFIT, "32 days off"));
  }

  @Test
  void withoutHeadingsTheWordingTells() {
    String posting =
        "Kestrel Maps draws maps for walkers. You will survey paths in the Alps. "
            + "You have experience with field instruments. We offer 30 days of leave.";

    assertThat(components(posting))
        .extracting(Component::kind)
        .containsExactly(OTHER, RESPONSIBILITY, REQUIREMENT, BENEFIT);
  }

  @Test
  void aLeadInIsTheHeadingOfWhatFollows() {
    String posting =
        """
        Our kitchen feeds a school. In this role you will:
        • bake bread at four in the morning
        • order flour
        You should have:
        • patience
        """;

    assertThat(components(posting))
        .extracting(Component::kind, Component::text)
        .containsExactly(
            tuple(OTHER, "Our kitchen feeds a school."),
            tuple(RESPONSIBILITY, "bake bread at four in the morning"),
            tuple(RESPONSIBILITY, "order flour"),
            tuple(REQUIREMENT, "patience"));
  }

  @Test
  void aShortLineAboveAListIsItsHeading() {
    String posting =
        """
        Your tasks
        * rake the gravel

        Skills for the garden
        * pruning
        * patience with moles
        We look for the following experience.
        * two winters outside
        """;

    assertThat(components(posting))
        .extracting(Component::kind, Component::text)
        .containsExactly(
            tuple(RESPONSIBILITY, "rake the gravel"),
            tuple(REQUIREMENT, "pruning"),
            tuple(REQUIREMENT, "patience with moles"),
            tuple(REQUIREMENT, "two winters outside"));
  }

  @Test
  void whatTheEmployerSaysOfItselfIsNoTask() {
    String posting =
        """
        ## Your role
        We bake for half the town. You knead the dough. Our ovens are the oldest in the county.
        Will carry flour on Mondays. Preparing the trays for the night.
        We are an equal opportunity employer. Send your CV with a photograph of a loaf.
        """;

    assertThat(components(posting))
        .extracting(Component::kind)
        .containsExactly(
            OTHER, RESPONSIBILITY, OTHER, RESPONSIBILITY, RESPONSIBILITY, OTHER, OTHER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REQUIREMENT    | You will need to be comfortable on ladders.",
        "REQUIREMENT    | You must have strong arms.",
        "REQUIREMENT    | Minimum two seasons on a farm.",
        "RESPONSIBILITY | You will have the opportunity to work with bees.",
        "RESPONSIBILITY | This role is the first contact for beekeepers.",
        "BENEFIT        | We also offer honey and training.",
        "BENEFIT        | Equity for every beekeeper.",
        "OTHER          | We stand for diversity, equity and inclusion."
      })
  void whatOneMustBringIsToldFromWhatOneDoes(ComponentKind kind, String sentence) {
    assertThat(components(sentence)).extracting(Component::kind).containsExactly(kind);
  }

  @Test
  void oneLineWithLostLineBreaksComesApart() {
    String posting =
        "Small lab seeks a hand.ESSENTIAL DUTIES: Prepare the samples for the weekRecord what is "
            + "seenClean the benches.Requirements:Knowledge of basic chemistryAbility to lift 10 kg";

    assertThat(components(posting))
        .extracting(Component::kind, Component::text)
        .containsExactly(
            tuple(OTHER, "Small lab seeks a hand."),
            tuple(RESPONSIBILITY, "Prepare the samples for the week"),
            tuple(RESPONSIBILITY, "Record what is seen"),
            tuple(RESPONSIBILITY, "Clean the benches."),
            tuple(REQUIREMENT, "Knowledge of basic chemistry"),
            tuple(REQUIREMENT, "Ability to lift 10 kg"));
  }

  @Test
  void aRunOnListComesApartAtItsVerbs() {
    String posting =
        "Essential Functions Collect parcels from the depot in the early morning and in the late "
            + "evening Deliver parcels to the villages along the river Maintain the bicycle and its "
            + "trailer Report what could not be delivered";

    assertThat(components(posting))
        .extracting(Component::text)
        .containsExactly(
            "Collect parcels from the depot in the early morning and in the late evening",
            "Deliver parcels to the villages along the river",
            "Maintain the bicycle and its trailer",
            "Report what could not be delivered");
  }

  @Test
  void markupIsTakenOut() {
    String posting =
        "<h2>Your tasks</h2><ul><li>Tune <b>pianos</b> &amp; organs</li><li>Travel&nbsp;a lot</li>"
            + "</ul><p>See [our page](https://example.org/pianos) for more.</p>";

    assertThat(components(posting))
        .extracting(Component::kind, Component::text)
        .containsExactly(
            tuple(RESPONSIBILITY, "Tune pianos & organs"),
            tuple(RESPONSIBILITY, "Travel a lot"),
            tuple(RESPONSIBILITY, "See our page for more."));
  }

  @Test
  void aWrappedLineGoesOnAndAbbreviationsEndNothing() {
    String posting =
        "You write letters, e.g. Thank you notes, for people\nwho cannot. You like paper.\n"
            + "You know Dr. Quill's handbook.";

    assertThat(components(posting))
        .extracting(Component::text)
        .containsExactly(
            "You write letters, e.g. Thank you notes, for people who cannot.",
            "You like paper.",
            "You know Dr. Quill's handbook.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "min. 5 years at the loom",
        "Mind. 3 Jahre am Webstuhl",
        "Zulagen inkl. Samstag und ggf. Sonntag"
      })
  void whatIsCutShortEndsNothing(String item) {
    assertThat(components("• " + item)).singleElement().extracting(Component::text).isEqualTo(item);
  }

  @Test
  void aWordThatLooksCutShortEndsItsSentence() {
    assertThat(components("Bring an open mind. You will weave. You will dye."))
        .extracting(Component::text)
        .containsExactly("Bring an open mind.", "You will weave.", "You will dye.");
  }

  @Test
  void theIdFollowsTheTextAndNotItsPlace() {
    String first = components("Feed the seals. Count the gulls. Mend the nets.").get(1).id();

    assertThat(components("Count the gulls! Feed the seals. Wave at the ships."))
        .extracting(Component::id)
        .contains(first);
    assertThat(first).matches("[0-9a-f]{16}");
  }

  @Test
  void whatIsSaidTwiceIsOneComponent() {
    assertThat(components("Feed the seals.\nFEED THE SEALS\nCount the gulls.\nMend the nets."))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java. SQL. Git.",
        "Walk dogs.\nWash dogs.\nLove dogs.",
        "We sell tea. It is good tea! Will you sell it with us?",
        "TEA SELLER\nSell tea to guests\nBrew tea for guests\nBuy tea from growers"
      })
  void aFewSentencesGiveThreeAtLeast(String posting) {
    assertThat(components(posting)).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n\t ", "----", "• \n• ", "###"})
  void nothingComesOfNothing(String posting) {
    assertThat(components(posting)).isEmpty();
  }

  @Test
  void aComponentIsNeverLongerThanItsBound() {
    String endless = "wandering ".repeat(1_900);

    assertThat(components(endless))
        .allSatisfy(each -> assertThat(each.text()).hasSizeLessThanOrEqualTo(Component.LONGEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\n",
        " \t",
        "<p ",
        "[a](",
        "**",
        "Job ",
        "a.B",
        "* * ",
        "skills and ",
        "(",
        "1",
        "1 - ",
        "aaaaB"
      })
  void hostileTextsTakeNoLongerThanOthers(String piece) {
    String text = piece.repeat(20_000 / piece.length());

    Assertions.assertTimeout(Duration.ofSeconds(2), () -> components(text));
  }
}
