package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Lever: {@code signature} stands in the body and covers {@code token} and {@code triggeredAt}, not
 * the data. A delivery therefore holds for five minutes and once, and what it says is only as good
 * as the line it came over. It names no person and no job: it tells of applications that the board
 * has reported before.
 */
@ApplicationScoped
class Lever implements Vendor {

  /** How far from now it may have been sent, either way. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "lever";
  }

  @Override
  public boolean isSigned(Delivery delivery, String secret, Instant now) {
    JsonNode root = Payload.object(delivery.body());
    JsonNode at = root.path("triggeredAt");
    if (!at.isIntegralNumber() || !at.canConvertToLong()) {
      return false;
    }
    byte[] expected =
        Signatures.hmac(
            secret.getBytes(UTF_8),
            root.path("token").asText().getBytes(UTF_8),
            at.asText().getBytes(UTF_8));
    return Signatures.isHex(expected, root.path("signature").asText())
        && !root.path("token").asText().isEmpty()
        && isNear(at.asLong(), now);
  }

  private static boolean isNear(long millis, Instant now) {
    long apart = Math.abs(Math.subtractExact(now.toEpochMilli(), bounded(millis)));
    return apart <= TOLERANCE.toMillis();
  }

  /** A number far from any time there is, brought near enough to be subtracted from. */
  private static long bounded(long millis) {
    return Math.clamp(millis, 0, Long.MAX_VALUE / 2);
  }

  /** The data is not signed: with other data, a token that was used would tell something else. */
  @Override
  public boolean isSpentAtOnce() {
    return true;
  }

  @Override
  public Received read(Delivery delivery) {
    JsonNode root = Payload.object(delivery.body());
    byte[] token = root.path("token").asText().getBytes(UTF_8);
    return new Received(
        List.of("token " + HexFormat.of().formatHex(Signatures.sha256(token))),
        reported(root),
        Payload.instantOfMillis(root.path("triggeredAt")));
  }

  private static Reported reported(JsonNode root) {
    JsonNode data = root.path("data");
    String event = root.path("event").asText();
    String id = Payload.id(data.path("opportunityId"));
    if (event.equals("candidateDeleted") && !data.isEmpty()) {
      return deleted(data);
    }
    if (id == null) {
      return new Reported.Ping();
    }
    return switch (event) {
      case "candidateArchiveChange" -> archiveChanged(id, root, data);
      case "candidateStageChange" -> stageChanged(id, root, data);
      default -> new Reported.Nothing();
    };
  }

  /**
   * No page of the vendor's tells by which of its two ids a deletion names the person, and a board
   * may know them by either.
   */
  private static Reported deleted(JsonNode data) {
    List<String> ids =
        Stream.of("candidateId", "contactId")
            .map(field -> Payload.id(data.path(field)))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return ids.isEmpty()
        ? new Reported.Unusable("data.candidateId is missing")
        : new Reported.PersonErased(ids);
  }

  private static Reported archiveChanged(String id, JsonNode root, JsonNode data) {
    JsonNode archived = data.path("toArchived");
    if (!archived.isObject()) {
      return new Reported.Reopened(id);
    }
    var archivedOn = Payload.dayOfMillis(archived.path("archivedAt"));
    return new Reported.Ended(
        id,
        null,
        Payload.id(data.path("toStageId")),
        archivedOn == null ? Payload.dayOfMillis(root.path("triggeredAt")) : archivedOn,
        Payload.id(archived.path("reason")),
        null,
        true);
  }

  private static Reported stageChanged(String id, JsonNode root, JsonNode data) {
    String stage = Payload.id(data.path("toStageId"));
    return stage == null
        ? new Reported.Nothing()
        : new Reported.CameTo(id, null, stage, Payload.dayOfMillis(root.path("triggeredAt")));
  }
}
