package dev.rebound.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Fills the event table of application-service with a history, by SQL: applications of five events
 * each (recorded, two stages, rejected, reopened), ten applications a candidate, ten thousand
 * events a transaction. Nothing in it is sealed, so an event takes some 270 bytes on average: those
 * that carry a posting 450, the others 150.
 */
final class History {

  /** Events of one application. */
  static final int PER_APPLICATION = 5;

  /** Events of one candidate. */
  static final int PER_CANDIDATE = 50;

  private static final int PER_TRANSACTION = 10_000;

  private static final String FILL =
      """
      insert into event (stream, version, id, type, candidate, correlation, time, data)
      select 'application-' || app, version, uuidv7(), 'rebound.' || type || '.v1', cand, uuidv7(),
        now(), convert_to(format(
          '{"applicationId":"%%s","candidateId":"%%s"' || body || '}', app, cand), 'UTF8')
      from (
        select md5('app' || (i / 5))::uuid as app, md5('cand' || (i / 50))::uuid as cand,
          i %% 5 + 1 as version, i
        from generate_series(%d, %d) as i
      ) as e
      join (values
        (1, 'ApplicationSubmitted',
         ',"posting":{"title":"Ward manager, night shift","company":"Lakeside Hospital Trust",'
         '"description":"You lead a ward of 24 beds at night, plan the rota and train new staff.",'
         '"location":"Utrecht","workplace":"ONSITE","seniority":"SENIOR","industry":"Health care",'
         '"languages":["nl","en"]},"appliedOn":"2026-10-01"'),
        (2, 'StageReached', ',"stage":"RECRUITER_SCREEN","reachedOn":"2026-10-05"'),
        (3, 'StageReached', ',"stage":"PANEL_INTERVIEW","reachedOn":"2026-10-12"'),
        (4, 'ApplicationRejected',
         ',"stage":"PANEL_INTERVIEW","rejectedOn":"2026-10-20","source":"BOARD",'
         '"reason":{"provider":"greenhouse","id":"4012"},'
         '"posting":{"title":"Ward manager, night shift","company":"Lakeside Hospital Trust",'
         '"location":"Utrecht","workplace":"ONSITE","seniority":"SENIOR","industry":"Health care"},'
         '"stages":["RECRUITER_SCREEN","PANEL_INTERVIEW"]'),
        (5, 'ApplicationReopened', '')
      ) as kind (version, type, body) using (version)
      order by i
      """;

  private History() {}

  /** The candidate of this number; a history of so many events has a fiftieth as many. */
  static UUID candidate(long number) {
    try {
      byte[] name = ("cand" + number).getBytes(StandardCharsets.US_ASCII);
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name));
      return new UUID(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("MD5 is part of every JDK", impossible);
    }
  }

  /** Leaves a ground with so many events that nobody has relayed or projected yet. */
  static void lay(Ground ground, int events) throws SQLException {
    if (!ground.hasTable("application", "event")) {
      ground.start("application");
    }
    ground.stop("application");
    ground.execute("application", "truncate event, application_summary, stream_progress");
    append(ground, 0, events);
  }

  /** Makes a ground's history this long, whatever part of it is there; its tables must exist. */
  static void reach(Ground ground, int events) throws SQLException {
    long there =
        PER_APPLICATION
            * ground.number(
                "application",
                "select count(*) from event where type = 'rebound.ApplicationReopened.v1'");
    if (there < events) {
      append(ground, there, Math.toIntExact(events - there));
    }
  }

  /** Appends so many events; the service need not run, but must have made its tables. */
  static void append(Ground ground, long from, int events) throws SQLException {
    try (var connection = ground.connect("application");
        var statement = connection.createStatement()) {
      for (long at = from; at < from + events; at += PER_TRANSACTION) {
        long last = Math.min(from + events, at + PER_TRANSACTION) - 1;
        statement.execute(FILL.formatted(at, last));
      }
      statement.execute("analyze event");
    }
  }
}
