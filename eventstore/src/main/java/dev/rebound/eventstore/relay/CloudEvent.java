package dev.rebound.eventstore.relay;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** An event as a Kafka record: CloudEvents 1.0 in binary mode, the stored JSON as its value. */
public final class CloudEvent {

  private static final byte[] SPEC_VERSION = bytes("1.0");
  private static final byte[] CONTENT_TYPE = bytes("application/json");

  /** W3C Trace Context, version 00. */
  private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private CloudEvent() {}

  /** The record of a stored event; its key is the candidate's id. */
  public static ProducerRecord<byte[], byte[]> toRecord(Topic topic, Committed committed) {
    SealedEvent event = committed.event();
    byte[] candidate = bytes(event.candidate().toString());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic.address(), candidate, event.data());
    Headers headers = record.headers();
    headers.add("ce_specversion", SPEC_VERSION);
    add(headers, "ce_id", event.id());
    add(headers, "ce_type", event.type());
    add(headers, "ce_source", topic.source());
    add(headers, "ce_subject", event.stream());
    add(headers, "ce_time", event.metadata().time());
    headers.add("ce_partitionkey", candidate);
    headers.add("content-type", CONTENT_TYPE);
    add(headers, "ce_board", event.metadata().board());
    add(headers, "ce_correlationid", event.metadata().correlationId());
    add(headers, "ce_causationid", event.metadata().causationId());
    add(headers, "ce_streamversion", event.version());
    add(headers, "ce_position", committed.at().position());
    add(headers, "traceparent", event.metadata().trace());
    return record;
  }

  /**
   * The event of a record; what its value holds is not looked at.
   *
   * @throws IllegalArgumentException where a header is missing or malformed, or the key is not a
   *     candidate's id; the message names no value
   */
  public static SealedEvent read(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    try {
      return new SealedEvent(
          UUID.fromString(required(headers, "ce_id")),
          StreamId.parse(required(headers, "ce_subject")),
          version(headers),
          required(headers, "ce_type"),
          UUID.fromString(text(record.key())),
          new Metadata(
              Instant.parse(required(headers, "ce_time")),
              UUID.fromString(required(headers, "ce_correlationid")),
              optionalUuid(headers, "ce_causationid"),
              optional(headers, "ce_board"),
              trace(headers)),
          record.value());
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new IllegalArgumentException("a header or the key is missing or malformed");
    }
  }

  /** The stream a record names, where it names one. */
  public static @Nullable StreamId stream(ConsumerRecord<byte[], byte[]> record) {
    String subject = optional(record.headers(), "ce_subject");
    try {
      return subject == null ? null : StreamId.parse(subject);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** The id a record names, where it names one. */
  public static @Nullable UUID id(ConsumerRecord<byte[], byte[]> record) {
    try {
      return optionalUuid(record.headers(), "ce_id");
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** An event is no worse for a trace that cannot be read. */
  private static @Nullable String trace(Headers headers) {
    String trace = optional(headers, "traceparent");
    return trace != null && TRACE.matcher(trace).matches() ? trace : null;
  }

  private static int version(Headers headers) {
    int version = Integer.parseInt(required(headers, "ce_streamversion"));
    if (version < 1) {
      throw new IllegalArgumentException("versions start at 1");
    }
    return version;
  }

  private static void add(Headers headers, String name, @Nullable Object value) {
    if (value != null) {
      headers.add(name, bytes(value.toString()));
    }
  }

  private static String required(Headers headers, String name) {
    String value = optional(headers, name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static @Nullable String optional(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : text(header.value());
  }

  private static @Nullable UUID optionalUuid(Headers headers, String name) {
    String value = optional(headers, name);
    return value == null ? null : UUID.fromString(value);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
