package dev.rebound.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The secrets of this checkout: random, made once, readable by their owner only. Who deletes them
 * makes the sealed data unreadable, so two commands at once never make one twice, and a full disk
 * never cuts the file short.
 */
final class Secrets {
  private static final int BYTES = 32;

  private final Path file;

  Secrets(Path file) {
    this.file = file;
  }

  /** The secret of this name, base64 of 32 random bytes; made and kept when there is none yet. */
  String get(String name) {
    AtomicReference<String> secret = new AtomicReference<>("");
    FileLock.during(file.resolveSibling("secrets.lock"), () -> secret.set(knownOrMade(name)));
    return secret.get();
  }

  private String knownOrMade(String name) {
    Properties values = read();
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String made = Base64.getEncoder().encodeToString(random);
    values.setProperty(name, made);
    save(values);
    return made;
  }

  private Properties read() {
    Properties values = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return values;
  }

  private void save(Properties values) {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(whole);
      Files.createFile(
          whole,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(whole)) {
        values.store(
            writer, "Secrets of this checkout; the keys of sealed personal data among them");
      }
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
