package dev.rebound.journeys.faults;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a record, each with what a consumer has to make of it. */
enum Malformed {
  BAD_UTF8("NOT_JSON") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      byte[] value = good.value().clone();
      value[2] = (byte) 0xC3;
      value[3] = 0x28;
      return copy(good, good.key(), value);
    }
  },
  CUT("NOT_JSON") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return withValue(good, new String(good.value(), StandardCharsets.UTF_8).substring(0, 30));
    }
  },
  NO_KEY("NO_KEY") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return copy(good, null, good.value());
    }
  },
  NO_VALUE("NO_VALUE") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return copy(good, good.key(), null);
    }
  },
  LARGE("TOO_LARGE") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return withValue(good, " ".repeat(1_000_000));
    }
  },
  DEEP("NOT_JSON") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return withValue(good, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    }
  },
  /** Counted and passed over: it goes to no dead letters. */
  UNKNOWN_TYPE(null) {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return header(good, "ce_type", "rebound.SomethingNew.v1");
    }
  },
  FUTURE_VERSION("NEWER_VERSION") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return header(good, "ce_type", "rebound.OfferReceived.v9");
    }
  },
  OTHER_CANDIDATE("OTHER_CANDIDATE") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return copy(
          good, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), good.value());
    }
  },
  OTHER_TENANT("OTHER_BOARD") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return header(
          header(
              withValue(
                  good,
                  "{\"candidateId\":\"%s\",\"board\":\"acme\",\"shareSearch\":true}"
                      .formatted(new String(good.key(), StandardCharsets.UTF_8))),
              "ce_type",
              "rebound.ConsentChanged.v1"),
          "ce_board",
          "globex");
    }
  },
  DOES_NOT_FIT("DOES_NOT_FIT") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return withValue(good, "{\"receivedOn\":\"the day after\"}");
    }
  },
  BAD_HEADER("BAD_HEADER") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return header(good, "ce_time", "yesterday");
    }
  },
  /** A box from another event: only a real one can be taken. */
  BROKEN_SEAL("BROKEN_SEAL") {
    @Override
    ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good) {
      return header(good, "ce_id", UUID.randomUUID().toString());
    }
  };

  private final @Nullable String reason;

  Malformed(@Nullable String reason) {
    this.reason = reason;
  }

  /** The code that the dead letter must have; null where there is to be none. */
  @Nullable String reason() {
    return reason;
  }

  /** The record, no longer good. */
  abstract ProducerRecord<byte[], byte[]> spoil(ProducerRecord<byte[], byte[]> good);

  /** A record that was read, to be sent again. */
  static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> read) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(read.topic(), read.key(), read.value());
    for (Header header : read.headers()) {
      record.headers().add(header.key(), header.value());
    }
    return record;
  }

  private static ProducerRecord<byte[], byte[]> copy(
      ProducerRecord<byte[], byte[]> record, byte @Nullable [] key, byte @Nullable [] value) {
    return new ProducerRecord<>(record.topic(), null, key, value, record.headers());
  }

  private static ProducerRecord<byte[], byte[]> withValue(
      ProducerRecord<byte[], byte[]> record, String value) {
    return copy(record, record.key(), value.getBytes(StandardCharsets.UTF_8));
  }

  static ProducerRecord<byte[], byte[]> header(
      ProducerRecord<byte[], byte[]> record, String name, String value) {
    Headers headers = record.headers();
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
