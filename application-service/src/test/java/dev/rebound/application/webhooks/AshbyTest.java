package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rebound.application.webhooks.Reported.Contact;
import dev.rebound.application.webhooks.Reported.Ended;
import dev.rebound.application.webhooks.Reported.Known;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Ashby's deliveries mean. */
class AshbyTest {

  private final Ashby ashby = new Ashby();

  @ParameterizedTest
  @CsvSource({
    "RejectedByOrg, true",
    "RejectedByOrganization, true",
    "Other, false",
    "JobClosed, false",
    "'', false"
  })
  void aReasonOfTheEmployersIsARejection(String type, boolean isRejection) {
    assertThat(read(sample("ashby-rejected").replace("{type}", type)).what())
        .asInstanceOf(type(Ended.class))
        .extracting(Ended::isRejection, Ended::reasonId)
        .containsExactly(isRejection, "c9a1");
  }

  @Test
  void withoutAReasonItIsOneForNone() {
    assertThat(read(sample("ashby-no_reason")).what())
        .asInstanceOf(type(Ended.class))
        .extracting(Ended::isRejection, Ended::reasonId, Ended::reasonText, Ended::stage)
        .containsExactly(true, null, null, null);
  }

  /** Of the hiring team the recruiter, or else who manages the hiring. */
  @ParameterizedTest
  @CsvSource({
    "Recruiter, Kim Dahl kim@nordwind.example",
    "Lead recruiter, Kim Dahl kim@nordwind.example",
    "Interviewer, Ola Ness ola@nordwind.example"
  })
  void theRecruiterIsWhoCanBeAsked(String role, String asked) {
    assertThat(recruiter(sample("ashby-rejected").replace("\"Recruiter\"", '"' + role + '"')))
        .extracting(it -> it.name() + " " + it.email())
        .isEqualTo(asked);
  }

  @Test
  void whoHasAnotherRoleOrNoAddressIsNotAsked() {
    String rejected = sample("ashby-rejected");

    assertThat(recruiter(rejected.replaceAll("\"role\": \"[^\"]*\"", "\"role\": \"Coordinator\"")))
        .isNull();
    assertThat(recruiter(rejected.replace("@nordwind.example", ""))).isNull();
    assertThat(recruiter(rejected.replaceFirst("(?s)\"hiringTeam\": \\[.*?],", ""))).isNull();
  }

  private @Nullable Contact recruiter(String body) {
    return ((Ended) read(body).what()).known() instanceof Known known ? known.recruiter() : null;
  }

  @Test
  void theCandidateMaySayNo() {
    assertThat(read(sample("ashby-withdrawn")).what())
        .isEqualTo(new Reported.SteppedBack("4711", "Took another offer"));
  }

  @Test
  void whatIsActiveIsUnderWay() {
    Received received = read(sample("ashby-reopened"));

    assertThat(received.what()).isInstanceOf(Reported.UnderWay.class);
    assertThat(received.at()).isEqualTo(Instant.parse("2026-10-04T09:30:00Z"));
  }

  /** What was archived may be changed in something else afterwards. */
  @Test
  void whenItEndedIsToldApart() {
    Received received =
        read(
            sample("ashby-rejected")
                .replace(
                    "\"updatedAt\"", "\"archivedAt\": \"2026-10-02T08:00:00Z\", \"updatedAt\""));

    assertThat(received.endedAt()).isEqualTo(Instant.parse("2026-10-02T08:00:00Z"));
    assertThat(received.at()).isEqualTo(Instant.parse("2026-10-03T11:00:00Z"));
    assertThat(read(sample("ashby-rejected")).endedAt()).isEqualTo(received.at());
  }

  @Test
  void whoIsDeletedIsErased() {
    assertThat(read(sample("ashby-candidateDelete")).what())
        .isEqualTo(new Reported.PersonErased(List.of("c-77")));
    assertThat(read(sample("ashby-candidateDelete").replace("\"id\"", "\"other\"")).what())
        .isEqualTo(new Reported.Unusable("data.candidate.id is missing"));
  }

  @Test
  void otherEventsMeanNothing() {
    assertThat(read(sample("ashby-jobPostingUpdate")).what()).isEqualTo(new Reported.Nothing());
  }

  private Received read(String body) {
    return ashby.read(new Delivery(name -> null, body.getBytes(UTF_8)));
  }

  private static String sample(String name) {
    return Systems.sample(
        name,
        Map.of(
            "action", "a-1",
            "application", "4711",
            "person", "c-77",
            "email", "sam@example.org",
            "stage", "Phone Screen"));
  }
}
