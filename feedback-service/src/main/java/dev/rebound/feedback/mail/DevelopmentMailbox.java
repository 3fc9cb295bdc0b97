package dev.rebound.feedback.mail;

import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keeps letters where a developer can look at them. Never used in production. */
final class DevelopmentMailbox implements Post {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
  private static final String PLACE = "dev_mailbox";

  private static final String ADD = "insert into dev_mailbox (addressee, letter) values ($1, $2)";

  private static final String FORGET =
      """
      delete from dev_mailbox
      where id <= (select id from dev_mailbox order by id desc offset 500 limit 1)
      """;

  private static final String LIST =
      "select addressee, letter from dev_mailbox order by id desc limit 500";

  private final Pool pool;
  private final Sealing sealing;

  DevelopmentMailbox(Pool pool, Sealing sealing) {
    this.pool = pool;
    this.sealing = sealing;
  }

  @Override
  public Uni<Void> send(UUID addressee, Letter letter) {
    byte[] json =
        new JsonObject()
            .put("to", letter.to())
            .put("subject", letter.subject())
            .put("text", letter.text())
            .put("links", links(letter.text()))
            .encode()
            .getBytes(StandardCharsets.UTF_8);
    return sealing
        .seal(addressee, json, PLACE)
        .onItem()
        .transformToUni(
            sealed -> pool.preparedQuery(ADD).execute(Tuple.of(addressee, Buffer.buffer(sealed))))
        .onItem()
        .transformToUni(_ -> pool.query(FORGET).execute())
        .replaceWithVoid();
  }

  /** The newest letters, newest first; without those whose addressee is erased. */
  Uni<JsonArray> letters() {
    return pool.query(LIST)
        .execute()
        .onItem()
        .transformToUni(this::open)
        .map(letters -> {
          JsonArray array = new JsonArray();
          letters.forEach(letter ->
              letter.ifPresent(
                  json -> array.add(new JsonObject(new String(json, StandardCharsets.UTF_8)))));
          return array;
        });
  }

  private Uni<List<Optional<byte[]>>> open(RowSet<Row> rows) {
    List<Sealing.Sealed> sealed = new ArrayList<>();
    rows.forEach(row ->
        sealed.add(
            new Sealing.Sealed(
                row.getUUID("addressee"), row.getBuffer("letter").getBytes(), PLACE)));
    return sealed.isEmpty() ? Uni.createFrom().item(List.of()) : sealing.openAll(sealed);
  }

  private static JsonArray links(String text) {
    return new JsonArray(LINK.matcher(text).results().map(MatchResult::group).toList());
  }
}
