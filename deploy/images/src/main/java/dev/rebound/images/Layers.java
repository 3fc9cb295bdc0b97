package dev.rebound.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Layers of an image, from folders. */
final class Layers {
  /** Who runs in every image. */
  static final String USER = "10001:10001";

  private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");
  private static final FilePermissions RUNNABLE = FilePermissions.fromOctalString("755");

  private Layers() {}

  /**
   * The files of a folder with the age that they have here, which a JVM asks for before it takes
   * back what it kept of them; they are root's, and nobody may change them.
   *
   * @param wanted is asked with each file's path below the folder
   */
  static FileEntriesLayer of(String name, Path folder, String target, Predicate<Path> wanted)
      throws IOException {
    return of(name, folder, target, wanted, "0:0");
  }

  /** The same, of this owner. */
  static FileEntriesLayer of(
      String name, Path folder, String target, Predicate<Path> wanted, String owner)
      throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        Path below = folder.relativize(file);
        if (wanted.test(below)) {
          Instant age = Files.getLastModifiedTime(file).toInstant();
          boolean runs = Files.isDirectory(file) || Files.isExecutable(file);
          layer.addEntry(file, path(target, below), runs ? RUNNABLE : READABLE, age, owner);
        }
      }
    }
    return layer.build();
  }

  /** One file. */
  static FileEntriesLayer file(String name, Path file, String target) throws IOException {
    return FileEntriesLayer.builder()
        .setName(name)
        .addEntry(
            file,
            AbsoluteUnixPath.get(target),
            READABLE,
            Files.getLastModifiedTime(file).toInstant())
        .build();
  }

  private static AbsoluteUnixPath path(String target, Path below) {
    AbsoluteUnixPath at = AbsoluteUnixPath.get(target);
    return below.toString().isEmpty() ? at : at.resolve(below);
  }
}
