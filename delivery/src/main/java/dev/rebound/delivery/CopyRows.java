package dev.rebound.delivery;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Rows in the binary format of PostgreSQL's COPY. Each row gives its values in order. */
public final class CopyRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int WITHOUT_FLAGS = 0;
  private static final int END = -1;
  private static final int ABSENT = -1;

  /** What PostgreSQL counts microseconds from. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private static final LocalDate FIRST_DAY = LocalDate.ofInstant(EPOCH, ZoneOffset.UTC);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  CopyRows() {
    write(() -> {
      out.write(SIGNATURE);
      out.writeInt(WITHOUT_FLAGS);
      out.writeInt(0);
    });
  }

  /** Begins a row of so many values. */
  public CopyRows row(int values) {
    return write(() -> out.writeShort(values));
  }

  /** A value of type {@code uuid}. */
  public CopyRows uuid(UUID value) {
    return write(() -> {
      out.writeInt(2 * Long.BYTES);
      out.writeLong(value.getMostSignificantBits());
      out.writeLong(value.getLeastSignificantBits());
    });
  }

  /** A value of type {@code bytea}. */
  public CopyRows bytes(byte[] value) {
    return write(() -> {
      out.writeInt(value.length);
      out.write(value);
    });
  }

  /** A value of type {@code text}. */
  public CopyRows text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A value of type {@code int}. */
  public CopyRows integer(int value) {
    return write(() -> {
      out.writeInt(Integer.BYTES);
      out.writeInt(value);
    });
  }

  /** A value of type {@code bigint}. */
  public CopyRows bigint(long value) {
    return write(() -> {
      out.writeInt(Long.BYTES);
      out.writeLong(value);
    });
  }

  /** A value of type {@code date}. */
  public CopyRows date(LocalDate value) {
    return integer((int) ChronoUnit.DAYS.between(FIRST_DAY, value));
  }

  /** A value of type {@code timestamptz}, cut to microseconds. */
  public CopyRows time(Instant value) {
    return bigint(ChronoUnit.MICROS.between(EPOCH, value));
  }

  /** No value. */
  public CopyRows absent() {
    return write(() -> out.writeInt(ABSENT));
  }

  /** Ends the rows; nothing comes after it. */
  CopyRows end() {
    return write(() -> out.writeShort(END));
  }

  /** What was written since the last time. */
  byte[] take() {
    byte[] taken = bytes.toByteArray();
    bytes.reset();
    return taken;
  }

  private interface Writing {
    void write() throws IOException;
  }

  private CopyRows write(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
