package dev.rebound.application.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.application.boards.RejectionItems.Read;
import dev.rebound.chassis.http.JsonBounds;
import dev.rebound.events.StageKind;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionItemsTest {

  private static final String GOOD =
      """
      {"externalId":"a","candidate":{"externalId":"c","email":"sam@example.org"},
       "posting":{"title":"T","company":"C"},"stage":"ASSESSMENT","rejectedOn":"2026-09-20"}\
      """;

  private final RejectionItems items = items();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"externalId\":\"a\"  | \"externalId\":\" \"  | externalId must not be null",
        "\"externalId\":\"a\"  | \"externalId\":7      | externalId must be a text",
        "sam@example.org       | sam                   | candidate.email must be an e-mail address",
        "\"title\":\"T\"       | \"title\":null        | posting.title must not be null",
        "2026-09-20            | 2026-02-30            | rejectedOn must be a day such as 2026-10-01",
        "2026-09-20            | 1926-09-20            | rejectedOn must be a day between 1970 and two years from now",
        "\"stage\":            | \"stages\":[{\"kind\":null}],\"stage\": | stages[0].kind must not be null",
        "\"stage\":            | \"colour\":1,\"stage\": | colour is not known here",
        "\"stage\":            | \"stage\":\"OFFER\",\"stage\": | cannot be read"
      })
  void aBadItemSaysWhatIsWrongAndSpoilsNoOther(String from, String to, String problem) {
    List<Read> read = read("[" + GOOD + ",\n" + GOOD.replace(from, to) + " , " + GOOD + "]");

    assertThat(read).extracting(Read::index).containsExactly(0, 1, 2);
    assertThat(read).extracting(it -> it.item() != null).containsExactly(true, false, true);
    assertThat(read.get(1).problem()).isEqualTo(problem);
  }

  @Test
  void whatIsNoObjectIsAProblemOfItsOwn() {
    List<Read> read = read("[1,\"a,{\",[{}],null,true," + GOOD + "]");

    assertThat(read)
        .extracting(it -> it.item() != null)
        .endsWith(true)
        .filteredOn(it -> it)
        .hasSize(1);
    assertThat(read).hasSize(6);
  }

  @Test
  void aTextTooLongOrTooDeepIsTheItemsOwn() {
    String deep = GOOD.replace("\"T\"", "[".repeat(60) + "]".repeat(60));
    String wordy = GOOD.replace("\"T\"", "\"" + "x".repeat(21_000) + "\"");

    assertThat(read("[" + deep + "," + wordy + "," + GOOD + "]"))
        .extracting(Read::problem)
        .containsExactly(
            "posting.title must be a text", "posting.title is too deep or too long", null);
  }

  @Test
  void lettersOfSeveralBytesDoNotShiftTheCut() {
    List<Read> read = read("[" + GOOD.replace("\"T\"", "\"Küster 漢字 🚢\"") + "," + GOOD + "]");

    assertThat(Objects.requireNonNull(read.getFirst().item()).posting().title())
        .isEqualTo("Küster 漢字 🚢");
    assertThat(read.get(1).item()).isNotNull();
  }

  @Test
  void aReasonIsATextOrHasAnId() {
    assertThat(reasonOf("\"too far\"").text()).isEqualTo("too far");
    assertThat(reasonOf("{\"id\":\"r-4\"}").id()).isEqualTo("r-4");
  }

  @Test
  void whatIsNotSaidFollowsFromWhatIs() {
    RejectionItem bare = item(GOOD);
    RejectionItem staged =
        item(
            GOOD.replace(
                "\"stage\":",
                "\"stages\":[{\"kind\":\"RECRUITER_SCREEN\",\"reachedOn\":\"2026-09-02\"},"
                    + "{\"kind\":\"ASSESSMENT\"}],\"stage\":"));

    assertThat(bare.applied()).isEqualTo(LocalDate.of(2026, 9, 20));
    assertThat(bare.reached()).isEmpty();
    assertThat(staged.applied()).isEqualTo(LocalDate.of(2026, 9, 2));
    assertThat(staged.reached())
        .extracting(it -> it.kind() + " " + it.reachedOn())
        .containsExactly(
            StageKind.RECRUITER_SCREEN + " 2026-09-02", StageKind.ASSESSMENT + " 2026-09-20");
  }

  @Test
  void aListInAnotherEncodingIsRefused() {
    assertThatThrownBy(() -> items.read(("[" + GOOD + "]").getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(HttpProblem.class);
  }

  private RejectionItem.BoardReason reasonOf(String json) {
    return Objects.requireNonNull(
        item(GOOD.replace("\"stage\":", "\"reason\":" + json + ",\"stage\":")).reason());
  }

  private RejectionItem item(String json) {
    Read read = read("[" + json + "]").getFirst();
    assertThat(read.problem()).isNull();
    return Objects.requireNonNull(read.item());
  }

  private List<Read> read(String list) {
    return items.read(list.getBytes(StandardCharsets.UTF_8));
  }

  private static RejectionItems items() {
    ObjectMapper mapper = new ObjectMapper();
    new JsonBounds().customize(mapper);
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      return new RejectionItems(mapper, factory.getValidator());
    }
  }
}
