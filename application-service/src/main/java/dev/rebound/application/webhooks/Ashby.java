package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.application.webhooks.Reported.Contact;
import dev.rebound.application.webhooks.Reported.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ashby: {@code Ashby-Signature: sha256=<hex>} over the body. Its id of an action stays the same
 * over repeats, and over the different events that one action leads to, so a repeat is known by
 * both.
 */
@ApplicationScoped
class Ashby implements Vendor {

  private static final String SCHEME = "sha256=";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 4_000;
  private static final String BY_CANDIDATE = "RejectedByCandidate";

  /** Who of a hiring team is asked for feedback, by a word of their role. */
  private static final List<String> ASKED = List.of("recruiter", "hiring manager");

  /** The two are one; which of them is sent depends on what one reads. */
  private static final Set<String> BY_EMPLOYER = Set.of("RejectedByOrg", "RejectedByOrganization");

  @Override
  public String name() {
    return "ashby";
  }

  @Override
  public boolean isSigned(Delivery delivery, String secret, Instant now) {
    String given = delivery.header("Ashby-Signature");
    return given.startsWith(SCHEME)
        && Signatures.isHex(
            Signatures.hmac(secret.getBytes(UTF_8), delivery.body()),
            given.substring(SCHEME.length()));
  }

  @Override
  public Duration remembered() {
    return WITHOUT_TIME;
  }

  @Override
  public Received read(Delivery delivery) {
    JsonNode root = Payload.object(delivery.body());
    String action = root.path("action").asText();
    String id = Payload.id(root.path("webhookActionId"));
    String name =
        id == null
            ? "body " + HexFormat.of().formatHex(Signatures.sha256(delivery.body()))
            : action + " " + id;
    JsonNode data = root.path("data");
    JsonNode application = data.path("application");
    Instant at = Payload.instant(application.path("updatedAt"));
    Instant archivedAt = Payload.instant(application.path("archivedAt"));
    return new Received(
        List.of(name), reported(action, data), at, archivedAt == null ? at : archivedAt);
  }

  private static Reported reported(String action, JsonNode data) {
    return switch (action) {
      case "ping" -> new Reported.Ping();
      case "applicationUpdate", "candidateStageChange" -> changed(data.path("application"));
      case "candidateDelete" -> erased(data.path("candidate"));
      case "" -> new Reported.Unusable("action is missing");
      default -> new Reported.Nothing();
    };
  }

  /** Both events carry the application as it is; which of them comes first does not matter. */
  private static Reported changed(JsonNode application) {
    String id = Payload.id(application.path("id"));
    if (id == null) {
      return new Reported.Unusable("data.application.id is missing");
    }
    return switch (application.path("status").asText()) {
      case "Archived" -> archived(id, application);
      case "Active" -> active(id, application);
      default -> new Reported.Nothing();
    };
  }

  private static Reported erased(JsonNode candidate) {
    String id = Payload.id(candidate.path("id"));
    return id == null
        ? new Reported.Unusable("data.candidate.id is missing")
        : new Reported.PersonErased(List.of(id));
  }

  /**
   * Boards archive for other reasons as well, such as a job that is closed: those mean what a board
   * says they mean, and else nothing. Where no reason is given it is a rejection for none.
   */
  private static Reported archived(String id, JsonNode application) {
    JsonNode reason = application.path("archiveReason");
    String text = Payload.text(reason.path("text"), LONGEST_REASON);
    String type = reason.path("reasonType").asText();
    return type.equals(BY_CANDIDATE)
        ? new Reported.SteppedBack(id, text)
        : new Reported.Ended(
            id,
            known(id, application),
            stage(application),
            endedOn(application),
            Payload.id(reason.path("id")),
            text,
            !reason.isObject() || BY_EMPLOYER.contains(type));
  }

  private static @Nullable LocalDate endedOn(JsonNode application) {
    LocalDate archived = Payload.day(application.path("archivedAt"));
    return archived == null ? Payload.day(application.path("updatedAt")) : archived;
  }

  /** No event says that an archived application is taken up again: it is active once more. */
  private static Reported active(String id, JsonNode application) {
    String stage = stage(application);
    return new Reported.UnderWay(
        id,
        stage == null
            ? null
            : new Reported.CameTo(
                id, known(id, application), stage, Payload.day(application.path("updatedAt"))));
  }

  /** Null where it lacks what an application needs. */
  private static @Nullable Known known(String id, JsonNode application) {
    JsonNode candidate = application.path("candidate");
    String person = Payload.id(candidate.path("id"));
    String email = Payload.email(candidate.path("primaryEmailAddress").path("value"));
    String title = Payload.text(application.path("job").path("title"), LONGEST_NAME);
    return person == null || email == null || title == null
        ? null
        : new Known(
            id,
            person,
            Payload.text(candidate.path("name"), LONGEST_NAME),
            List.of(email),
            title,
            null,
            null,
            Payload.day(application.path("createdAt")),
            recruiter(application.path("hiringTeam")));
  }

  /** The first of them with an address; null where the team has nobody of such a role. */
  private static @Nullable Contact recruiter(JsonNode team) {
    for (String asked : ASKED) {
      for (JsonNode member : team) {
        String email = Payload.email(member.path("email"));
        if (email != null
            && member.path("role").asText().toLowerCase(Locale.ROOT).contains(asked)) {
          return new Contact(Payload.name(member, LONGEST_NAME, "firstName", "lastName"), email);
        }
      }
    }
    return null;
  }

  /** What is archived stands in a stage of that name, which is none. */
  private static @Nullable String stage(JsonNode application) {
    JsonNode stage = application.path("currentInterviewStage");
    return stage.path("type").asText().equals("Archived")
        ? null
        : Payload.text(stage.path("title"), LONGEST_NAME);
  }
}
