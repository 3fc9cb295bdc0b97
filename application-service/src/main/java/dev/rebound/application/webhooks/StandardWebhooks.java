package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.application.boards.RejectionItems;
import dev.rebound.application.boards.RejectionItems.Read;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Standard Webhooks 1.0: the body is one item of the bulk endpoint, or a CloudEvent in structured
 * mode that carries one as its data.
 */
@ApplicationScoped
class StandardWebhooks implements Vendor {

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  /** How far from now it may have been sent, either way; the specification's own. */
  private static final Duration TOLERANCE = Duration.ofSeconds(300);

  private final RejectionItems items;

  /** Wired by the container. */
  @Inject
  StandardWebhooks(RejectionItems items) {
    this.items = items;
  }

  @Override
  public String name() {
    return "standard";
  }

  @Override
  public Optional<String> problemOf(String secret) {
    int bytes = secret.startsWith(PREFIX) ? key(secret).length : 0;
    return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES
        ? Optional.empty()
        : Optional.of("must be whsec_ and 24 to 64 bytes in Base64");
  }

  @Override
  public boolean isSigned(Delivery delivery, String secret, Instant now) {
    String id = delivery.header("webhook-id");
    String seconds = delivery.header("webhook-timestamp");
    if (id.isEmpty() || !SECONDS.matcher(seconds).matches()) {
      return false;
    }
    byte[] expected =
        Signatures.hmac(key(secret), (id + "." + seconds + ".").getBytes(UTF_8), delivery.body());
    long apart = Math.abs(now.getEpochSecond() - Long.parseLong(seconds));
    return names(delivery.header("webhook-signature"), expected) && apart <= TOLERANCE.toSeconds();
  }

  /** Several may be named, of several secrets. */
  private static boolean names(String signatures, byte[] expected) {
    boolean named = false;
    byte[] wanted = (VERSION + Base64.getEncoder().encodeToString(expected)).getBytes(UTF_8);
    for (String signature : signatures.split(" ", -1)) {
      named |= MessageDigest.isEqual(wanted, signature.getBytes(UTF_8));
    }
    return named;
  }

  private static byte[] key(String secret) {
    try {
      return Base64.getDecoder()
          .decode(secret.substring(Math.min(PREFIX.length(), secret.length())));
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  @Override
  public Received read(Delivery delivery) {
    // The time in the header is that of the attempt, not of what is told.
    return new Received(
        List.of("id " + delivery.header("webhook-id")), reported(delivery.body()), null);
  }

  private Reported reported(byte[] body) {
    JsonNode root = Payload.object(body);
    if (root.path("type").asText().equals("ping")) {
      return new Reported.Ping();
    }
    boolean enveloped = root.path("specversion").isTextual();
    JsonNode item = enveloped ? root.path("data") : root;
    if (!item.isObject()) {
      return new Reported.Unusable("the item must be an object");
    }
    // As it came where that can be, so that what is wrong with its JSON is seen.
    Read read = items.readOne(0, enveloped ? Payload.bytes(item) : body);
    return read.item() == null
        ? new Reported.Unusable(Objects.requireNonNull(read.problem()))
        : new Reported.Item(read.item());
  }
}
