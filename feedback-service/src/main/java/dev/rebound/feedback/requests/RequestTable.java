package dev.rebound.feedback.requests;

import dev.rebound.events.MissingPart;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.requests.RequestRow.Judged;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of {@code feedback_request}, in and out. */
final class RequestTable {

  static final String COLUMNS =
      """
      request_id, candidate_id, application_id, recruiter_id, board, origin, status, round, stages,
      requested_at, expires_at, remind_at, reminders, level, score, missing, themes, reader,
      version, asked, contact
      """;

  /** Words are written once, with the request; what follows leaves them alone. */
  static final String UPSERT =
      """
      insert into feedback_request (%s)
      select * from unnest
        ($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
         $8::int[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[],
         $13::int[], $14::text[], $15::float8[], $16::text[], $17::text[], $18::text[],
         $19::int[], $20::bytea[], $21::bytea[])
      on conflict (request_id) do update set
        status = excluded.status, round = excluded.round, expires_at = excluded.expires_at,
        remind_at = excluded.remind_at, reminders = excluded.reminders, level = excluded.level,
        score = excluded.score, missing = excluded.missing, themes = excluded.themes,
        reader = excluded.reader,
        version = excluded.version
      """
          .formatted(COLUMNS);

  private static final String SEPARATOR = ",";

  private RequestTable() {}

  /** Sealed words by request. */
  record SealedWords(Map<UUID, byte[]> asked, Map<UUID, byte[]> contact) {}

  static Tuple tuple(List<RequestRow> rows, SealedWords words) {
    return Tuple.from(
        new Object[] {
          column(rows, UUID[]::new, RequestRow::requestId),
          column(rows, UUID[]::new, RequestRow::candidateId),
          column(rows, UUID[]::new, RequestRow::applicationId),
          column(rows, UUID[]::new, RequestRow::recruiterId),
          column(rows, String[]::new, RequestRow::board),
          column(rows, String[]::new, row -> row.origin().name()),
          column(rows, String[]::new, row -> row.status().name()),
          column(rows, Integer[]::new, RequestRow::round),
          column(rows, String[]::new, row -> joined(row.stages())),
          column(rows, OffsetDateTime[]::new, row -> utc(row.requestedAt())),
          column(rows, OffsetDateTime[]::new, row -> utc(row.expiresAt())),
          column(rows, OffsetDateTime[]::new, row -> utc(row.remindAt())),
          column(rows, Integer[]::new, RequestRow::reminders),
          column(rows, String[]::new, row -> judged(row, judged -> judged.level().name())),
          column(rows, Double[]::new, row -> judged(row, Judged::score)),
          column(rows, String[]::new, row -> judged(row, judged -> joined(judged.missing()))),
          column(rows, String[]::new, row -> judged(row, judged -> joined(judged.themes()))),
          column(rows, String[]::new, row -> judged(row, Judged::reader)),
          column(rows, Integer[]::new, RequestRow::version),
          column(rows, Buffer[]::new, row -> buffer(words.asked().get(row.requestId()))),
          column(rows, Buffer[]::new, row -> buffer(words.contact().get(row.requestId())))
        });
  }

  static RequestRow read(Row row) {
    return new RequestRow(
        row.getUUID("request_id"),
        row.getUUID("candidate_id"),
        row.getUUID("application_id"),
        row.getUUID("recruiter_id"),
        row.getString("board"),
        RequestOrigin.valueOf(row.getString("origin")),
        RequestStatus.valueOf(row.getString("status")),
        row.getInteger("round"),
        split(row.getString("stages"), StageKind::valueOf),
        row.getOffsetDateTime("requested_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        instant(row.getOffsetDateTime("remind_at")),
        row.getInteger("reminders"),
        judged(row),
        row.getInteger("version"));
  }

  private static @Nullable Judged judged(Row row) {
    String level = row.getString("level");
    return level == null
        ? null
        : new Judged(
            SpecificityLevel.valueOf(level),
            row.getDouble("score"),
            split(row.getString("missing"), MissingPart::valueOf),
            split(row.getString("themes"), Theme::valueOf),
            row.getString("reader"));
  }

  private static <T> @Nullable T judged(
      RequestRow row, Function<Judged, ? extends @Nullable T> part) {
    Judged judged = row.judged();
    return judged == null ? null : part.apply(judged);
  }

  private static <T> T[] column(
      List<RequestRow> rows,
      IntFunction<T[]> array,
      Function<RequestRow, ? extends @Nullable T> value) {
    T[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }

  private static String joined(Collection<? extends Enum<?>> codes) {
    return codes.stream().map(Enum::name).collect(Collectors.joining(SEPARATOR));
  }

  private static <T> List<T> split(@Nullable String codes, Function<String, T> read) {
    return codes == null || codes.isEmpty()
        ? List.of()
        : Arrays.stream(codes.split(SEPARATOR)).map(read).toList();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
    return bytes == null ? null : Buffer.buffer(bytes);
  }
}
