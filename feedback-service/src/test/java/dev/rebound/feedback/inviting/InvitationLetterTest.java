package dev.rebound.feedback.inviting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.MissingPart;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.DetailRequested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Requested;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.mail.Letter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationLetterTest {

  private static final Instant END = Instant.parse("2026-10-09T23:30:00Z");
  private static final String LINK = "https://rebound.example/f#abc";

  private static RequestFacts facts(String title, @Nullable String message) {
    return facts(title, message, null);
  }

  private static RequestFacts facts(
      String title, @Nullable String message, @Nullable String candidate) {
    return new RequestFacts(
        new UUID(1, 1),
        new UUID(1, 2),
        new UUID(1, 3),
        RequestOrigin.CANDIDATE,
        new Recruiter(new UUID(1, 4), "Bo", "bo@dairy.example"),
        new Posting(title, "Dairy", null, null, null, null, null, null, null, List.of(), null),
        List.of(StageKind.ASSESSMENT),
        message,
        candidate,
        null);
  }

  private static Letter invitation(String title, @Nullable String message) {
    return InvitationLetter.write(
        Occasion.INVITATION,
        new Requested(facts(title, message), END, List.of()),
        "bo@dairy.example",
        LINK);
  }

  @Test
  void theFirstLetterSaysWhatItIsAboutAndUntilWhen() {
    assertThat(invitation("Cheese maker", null).text())
        .startsWith("Hello Bo,\n")
        .contains("Cheese maker at Dairy", "\n" + LINK + "\n", "until 9 October 2026");
  }

  @Test
  void theCandidatesWordsStandBehindAMarkAfterTheLink() {
    String text = invitation("Cheese maker", "Hi!\nhttps://elsewhere.example").text();

    assertThat(text).contains("\n> Hi!\n> https://elsewhere.example\n");
    assertThat(text.indexOf(LINK)).isLessThan(text.indexOf("> "));
  }

  @ParameterizedTest
  @EnumSource
  void whoAsksIsNamed(Occasion occasion) {
    Letter letter = asked(occasion, "Zo\u00eb O\u2019Malley-N\u00fa\u00f1ez Jr.");

    assertThat(letter.text())
        .contains("Zo\u00eb O\u2019Malley-N\u00fa\u00f1ez Jr. applied for Cheese maker at Dairy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pay at https://elsewhere.example/1",
        "www.elsewhere.example",
        "Kim\r\n\r\nYour account is locked",
      })
  void aNameCanHoldNoLinkAndNoLineOfItsOwn(String name) {
    Letter letter = asked(Occasion.INVITATION, name);

    assertThat(letter.subject() + letter.text().replace(LINK, ""))
        .doesNotContain("elsewhere.example", "//", "\nYour account");
  }

  @Test
  void aTitleCanHoldNoLink() {
    Letter letter =
        invitation("Sign in at https://elsewhere.example/now or www.elsewhere.example", null);

    assertThat(letter.subject() + letter.text().replace(LINK, ""))
        .contains("Sign in at")
        .doesNotContain("://", "elsewhere.example", "www.e");
  }

  @Test
  void aTitleIsCut() {
    assertThat(invitation("word ".repeat(200), null).subject()).hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "4711"})
  void whatIsNoNameIsLeftOut(String name) {
    assertThat(asked(Occasion.INVITATION, name).subject()).startsWith("A candidate asks");
  }

  private static Letter asked(Occasion occasion, String candidate) {
    return InvitationLetter.write(
        occasion,
        new Requested(facts("Cheese maker", null, candidate), END, List.of()),
        "bo@dairy.example",
        LINK);
  }

  @Test
  void aLineBreakInATitleDoesNotReachTheSubject() {
    assertThat(invitation("Cheese\r\nBcc: all@dairy.example", null).subject())
        .isEqualTo(
            "A candidate asks for your feedback: Cheese Bcc: all@\u2060dairy.\u2060example at Dairy");
  }

  @ParameterizedTest
  @EnumSource(names = {"DEPTH", "REMINDER"})
  void theSecondRoundAsksForWhatIsMissing(Occasion occasion) {
    Letter letter =
        InvitationLetter.write(
            occasion,
            new DetailRequested(
                facts("Cheese maker", null),
                END,
                List.of(),
                List.of(MissingPart.EXAMPLE, MissingPart.ADVICE),
                List.of()),
            "bo@dairy.example",
            LINK);

    assertThat(letter.text().lines().filter(line -> line.startsWith("- "))).hasSize(2);
  }

  @Test
  void theSecondRoundAsksAboutWhatWasRatedLow() {
    Letter letter =
        InvitationLetter.write(
            Occasion.DEPTH,
            new DetailRequested(
                facts("Cheese maker", null),
                END,
                List.of(),
                List.of(MissingPart.values()),
                List.of(Theme.COMMUNICATION)),
            "bo@dairy.example",
            LINK);

    assertThat(letter.text())
        .contains(
            "- Was it communication that decided it, or something else?",
            "- Can you give one moment where the communication was unclear?");
    assertThat(letter.text().lines().filter(line -> line.startsWith("- "))).hasSizeBetween(2, 4);
  }
}
