package dev.rebound.application.boards;

import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Closes what is shared with a board alone, such as secrets, under a key of that board's own. */
@ApplicationScoped
public class BoardSecrets {

  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public BoardSecrets(Sealing sealing) {
    this.sealing = sealing;
  }

  /**
   * The secret as it may be stored.
   *
   * @param place the row it stands in; it opens in no other
   */
  public Uni<byte[]> seal(String board, String secret, String place) {
    return sealing.seal(holder(board), secret.getBytes(StandardCharsets.UTF_8), place);
  }

  /** The secret that was sealed; fails where the board's key is gone or the row is another. */
  public Uni<String> open(String board, byte[] sealed, String place) {
    return sealing
        .open(holder(board), sealed, place)
        .map(open -> new String(open.orElseThrow(), StandardCharsets.UTF_8));
  }

  /**
   * 32 bytes that follow from a text and that nobody can tell who has not the key-encryption key.
   *
   * @param request what names the request that they are made for: whoever sends it again is given
   *     the same
   */
  public byte[] following(String request) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * 2 * Long.BYTES);
    for (String half : List.of("first", "second")) {
      UUID hash = sealing.pseudonym("the " + half + " half of a secret", request);
      bytes.putLong(hash.getMostSignificantBits()).putLong(hash.getLeastSignificantBits());
    }
    return bytes.array();
  }

  /** Whose key that is: a subject like any other, that nobody has the name of. */
  public UUID holder(String board) {
    return sealing.pseudonym("the secrets of a board", board);
  }
}
