package dev.rebound.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, which come as an archive on the class path. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** Unpacks them unless they are there. */
  static void unpackInto(Path folder) {
    FileLock.during(
        folder.resolveSibling("postgres.lock"),
        () -> {
          if (!Files.exists(folder.resolve("unpacked"))) {
            try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                    new XZCompressorInputStream(new BufferedInputStream(archive())))) {
              for (TarArchiveEntry entry = tar.getNextEntry();
                  entry != null;
                  entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
              }
              Files.writeString(folder.resolve("unpacked"), "");
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          }
        });
  }

  private static InputStream archive() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    String name = "/postgres-" + system + "-" + machine + ".txz";
    InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new Trouble(
          "There is no PostgreSQL for this machine ("
              + name
              + ").\nBuild again on it: rm -rf local-stack/target && ./rebound up");
    }
    return archive;
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new Trouble(
          "PostgreSQL's archive names a file outside of its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
