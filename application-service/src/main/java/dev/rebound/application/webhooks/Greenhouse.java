package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.application.webhooks.Reported.Contact;
import dev.rebound.application.webhooks.Reported.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Greenhouse: {@code Signature: sha256 <hex>} over the body. Neither a time nor the event's id is
 * signed, so a repeat is known by the body's hash first, and by the id too. It tells of prospects
 * as it does of candidates; those have not applied for anything.
 */
@ApplicationScoped
class Greenhouse implements Vendor {

  private static final String SCHEME = "sha256 ";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 4_000;
  private static final int MOST_ADDRESSES = 20;

  /** The type of reasons with which it was the candidate who said no. */
  private static final String THEY_REJECTED_US = "They rejected us";

  /** The fields without which nobody can tell any more who a person was. */
  private static final Set<String> IDENTIFYING = Set.of("full_name", "email_addresses");

  @Override
  public String name() {
    return "greenhouse";
  }

  @Override
  public boolean isSigned(Delivery delivery, String secret, Instant now) {
    String given = delivery.header("Signature");
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
    List<String> names = new ArrayList<>();
    names.add("body " + HexFormat.of().formatHex(Signatures.sha256(delivery.body())));
    String event = delivery.header("Greenhouse-Event-ID");
    if (!event.isEmpty()) {
      names.add("event " + event);
    }
    JsonNode root = Payload.object(delivery.body());
    return new Received(names, reported(root), at(root.path("payload").path("application")));
  }

  /** When the application changed last, as it was then. */
  private static @Nullable Instant at(JsonNode application) {
    Instant changed = Payload.instant(application.path("last_activity_at"));
    return changed == null ? Payload.instant(application.path("rejected_at")) : changed;
  }

  private static Reported reported(JsonNode root) {
    JsonNode payload = root.path("payload");
    return switch (root.path("action").asText()) {
      case "ping" -> new Reported.Ping();
      case "reject_candidate" -> rejected(payload.path("application"));
      case "unreject_candidate" -> unrejected(payload.path("application"));
      case "candidate_stage_change" -> stageChanged(payload.path("application"));
      case "candidate_anonymized" -> anonymized(payload);
      case "delete_candidate" -> erased(payload.path("person").path("id"));
      // Nobody is erased by that, and where a board has set it up no deletion is told beside it.
      case "merge_candidate" -> new Reported.Nothing();
      case "" -> new Reported.Unusable("action is missing");
      default -> new Reported.Nothing();
    };
  }

  private static Reported rejected(JsonNode application) {
    String id = Payload.id(application.path("id"));
    if (id == null) {
      return new Reported.Unusable("payload.application.id is missing");
    }
    if (isProspect(application)) {
      return new Reported.Nothing();
    }
    JsonNode reason = application.path("rejection_reason");
    String text = Payload.text(reason.path("name"), LONGEST_REASON);
    String type = reason.path("type").path("name").asText().strip();
    return type.equalsIgnoreCase(THEY_REJECTED_US)
        ? new Reported.SteppedBack(id, text)
        : new Reported.Ended(
            id,
            known(id, application),
            stage(application),
            Payload.day(application.path("rejected_at")),
            Payload.id(reason.path("id")),
            text,
            true);
  }

  /** Somebody whom the employer has found, and who never applied. */
  private static boolean isProspect(JsonNode application) {
    return application.path("prospect").asBoolean();
  }

  private static Reported unrejected(JsonNode application) {
    String id = Payload.id(application.path("id"));
    return id == null
        ? new Reported.Unusable("payload.application.id is missing")
        : new Reported.Reopened(id);
  }

  private static Reported stageChanged(JsonNode application) {
    String id = Payload.id(application.path("id"));
    String stage = stage(application);
    if (isProspect(application)) {
      return new Reported.Nothing();
    }
    return id == null || stage == null
        ? new Reported.Unusable("payload.application.id or current_stage.name is missing")
        : new Reported.CameTo(
            id, known(id, application), stage, Payload.day(application.path("last_activity_at")));
  }

  /**
   * A person is erased who has neither a name nor an address any more. A board may have other
   * fields emptied, such as the notes; where the fields are not told it may be all of them.
   */
  private static Reported anonymized(JsonNode payload) {
    JsonNode fields = payload.path("anonymized_fields");
    boolean erased =
        !fields.isArray()
            || StreamSupport.stream(fields.spliterator(), false)
                .anyMatch(field -> IDENTIFYING.contains(field.asText()));
    return erased ? erased(payload.path("candidate_id")) : new Reported.Nothing();
  }

  private static Reported erased(JsonNode person) {
    String id = Payload.id(person);
    return id == null
        ? new Reported.Unusable("the candidate's id is missing")
        : new Reported.PersonErased(List.of(id));
  }

  /** Null where it lacks what an application needs: some have no job, some no address. */
  private static @Nullable Known known(String id, JsonNode application) {
    JsonNode candidate = application.path("candidate");
    JsonNode job = application.path("jobs").path(0);
    String person = Payload.id(candidate.path("id"));
    List<String> emails = addresses(candidate.path("email_addresses"));
    String title = Payload.text(job.path("name"), LONGEST_NAME);
    return person == null || emails.isEmpty() || title == null
        ? null
        : new Known(
            id,
            person,
            Payload.name(candidate, LONGEST_NAME, "first_name", "last_name"),
            emails,
            title,
            null,
            Payload.text(job.path("offices").path(0).path("name"), LONGEST_NAME),
            Payload.day(application.path("applied_at")),
            recruiter(candidate.path("recruiter")));
  }

  private static List<String> addresses(JsonNode addresses) {
    return StreamSupport.stream(addresses.spliterator(), false)
        .map(address -> Payload.email(address.path("value")))
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_ADDRESSES)
        .toList();
  }

  private static @Nullable Contact recruiter(JsonNode recruiter) {
    String email = Payload.email(recruiter.path("email"));
    return email == null
        ? null
        : new Contact(Payload.text(recruiter.path("name"), LONGEST_NAME), email);
  }

  private static @Nullable String stage(JsonNode application) {
    return Payload.text(application.path("current_stage").path("name"), LONGEST_NAME);
  }
}
