package dev.rebound.insights.search.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Posting;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fluent German required",
        "German is required.",
        "You speak fluent German and know the harbour.",
        "Fluent German is a must, English is a plus.",
        "Charts are a plus and fluent German is a must.",
        "Fluent German, ideally with sea legs.",
        "Native German speaker, and ideally English",
        "German speaking and a yearly bonus",
        "Fluent German is not optional.",
        "Fluent German is not just a plus but a must.",
        "This is not remote work and fluent German is required.",
        "No exceptions: fluent German required.",
        "A boat is not needed. Fluent German is.",
        "Nice to have: sea legs. Required: fluent German.",
        "Nice to have:\n- sea legs\n\nRequired:\n- fluent German",
        "Nice to have:\n- sea legs\n- fluent German (required)",
        "Nice to have:\n- sea legs\n\nYou speak fluent German.",
        "Gute Deutschkenntnisse sind erforderlich.",
        "Fluent German to welcome our guests at the front desk.",
        "We look for a German speaking agent who is helpful to guests",
        "German speaking support agent (remote optional)",
      })
  void a_posting_asks_for_a_language(String description) {
    assertThat(Languages.askedFor(posting(description))).contains("German");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No German required",
        "No German or French skills required",
        "No knowledge of German required.",
        "There is no need to speak German.",
        "You do not need to speak fluent German.",
        "We don't require fluent German.",
        "German is not required",
        "German isn’t required.",
        "Fluent German is no longer required.",
        "German is not mandatory, but we teach it.",
        "Knowledge of German is a plus",
        "Knowledge of German, while not required, is a big plus.",
        "German skills would be an advantage.",
        "Fluent English required, German skills are a plus",
        "Fluent German, French or Italian is a plus.",
        "German (C1) is nice to have",
        "German level B2 (optional)",
        "Fluent German (nice-to-have)",
        "Fluent German is not a must",
        "Native German preferred",
        "Fluent German is desirable.",
        "Fluent German earns bonus points.",
        "Nice to have: sea legs, fluent German",
        "It is an advantage if you speak German.",
        "Ideally you speak German.",
        "Preferably fluent in German",
        "Required:\n- sea legs\n\nNice to have:\n- charts\n- fluent German",
        "What we wish for\n- charts\n\nNice to have\n\n- fluent German",
        "Not required, but welcome:\ncharts\nfluent German",
        "Bonus:\n- fluent German",
        "Gute Deutschkenntnisse sind von Vorteil.",
        "Gute Deutschkenntnisse sind kein Muss.",
      })
  void a_posting_does_not_ask_for_what_would_be_nice_or_is_not_needed(String description) {
    assertThat(Languages.askedFor(posting(description))).doesNotContain("German");
  }

  @Test
  void what_is_said_once_to_be_nice_may_be_asked_for_elsewhere() {
    assertThat(
            Languages.askedFor(
                posting("Fluent German is a plus in the yard. On board, German is required.")))
        .containsExactly("German");
  }

  @Test
  void a_wish_for_one_language_leaves_the_other_asked_for() {
    assertThat(
            Languages.askedFor(posting("Fluent English is a must. Knowledge of German is a plus.")))
        .containsExactly("English");
  }

  @Test
  void what_the_list_of_a_posting_names_is_asked_for() {
    assertThat(
            Languages.askedFor(
                new Posting(
                    null,
                    null,
                    "German is a plus",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of("de"),
                    null)))
        .containsExactly("German");
  }

  @Test
  void a_rejection_names_what_was_missing_with_a_no() {
    assertThat(Languages.askedFor("You have no fluent German")).isEqualTo(Set.of("German"));
  }

  private static Posting posting(String description) {
    return new Posting(null, null, description, null, null, null, null, null, null, null, null);
  }
}
