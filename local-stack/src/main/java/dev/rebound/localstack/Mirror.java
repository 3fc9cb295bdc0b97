package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes one folder equal to another. What runs, runs from such a copy, so that a build does not
 * pull the jars from under it.
 */
final class Mirror {
  private Mirror() {}

  static void of(Path source, Path copy) {
    try {
      Files.createDirectories(copy);
      for (Path file : files(source)) {
        Path target = copy.resolve(source.relativize(file).toString());
        if (!same(file, target)) {
          Files.createDirectories(target.getParent());
          Files.copy(
              file,
              target,
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
      for (Path file : files(copy)) {
        if (!Files.exists(source.resolve(copy.relativize(file).toString()))) {
          Files.delete(file);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Deletes the folder and what is in it; links are deleted, not followed. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean same(Path file, Path copy) throws IOException {
    return Files.exists(copy)
        && Files.size(file) == Files.size(copy)
        && Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(copy));
  }
}
