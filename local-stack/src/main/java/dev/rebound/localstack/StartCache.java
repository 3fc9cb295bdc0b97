package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service's JVM keeps for its next start: the classes it loaded and linked, and what it
 * learnt of their methods (an AOT cache, JEP 483 and 515).
 *
 * <p>The first run of a build writes it as it ends, which takes it some seconds more; all later
 * runs of that build read it. A cache is of one build, one JDK and one set of options, and its name
 * says which, so that the JVM is never offered one that does not fit. Where a run does not come to
 * write its cache, the next one tries again.
 */
final class StartCache {

  /** Nothing is said of classes that cannot be kept; what else a JVM has to say still is. */
  private static final String QUIET = "-Xlog:aot*=off,cds*=off";

  /**
   * Maps the cache where it was made for: elsewhere each of its pages would be rewritten, and so be
   * memory of this process alone.
   */
  private static final String IN_PLACE = "-XX:ArchiveRelocationMode=0";

  /** What asking for that takes. */
  private static final String UNLOCK = "-XX:+UnlockDiagnosticVMOptions";

  private static final String SUFFIX = ".aot";

  /** What the JVM calls the list of all that goes into a cache. */
  private static final String PLAN = ".config";

  private static final int NAME_BYTES = 12;

  private final Path folder;
  private final String service;

  /** The caches of a service, kept in this folder. */
  StartCache(Path folder, String service) {
    this.folder = folder;
    this.service = service;
  }

  /**
   * The options that make the JVM read its cache, or write it where there is none.
   *
   * @param application the folder of what is started
   * @param options the JVM's other options
   */
  List<String> options(Path application, List<String> options) {
    Path cache = file(application, options);
    if (whole(cache)) {
      return List.of("-XX:AOTCache=" + cache, QUIET, UNLOCK, IN_PLACE);
    }
    forget();
    return List.of("-XX:AOTCacheOutput=" + cache, QUIET);
  }

  /** Whether there is one for this build, whole. */
  boolean kept(Path application, List<String> options) {
    return whole(file(application, options));
  }

  private Path file(Path application, List<String> options) {
    return folder.resolve(prefix() + fingerprint(application, options) + SUFFIX);
  }

  /** The JVM takes its plan away last: where that lies there, it was ended over its work. */
  private static boolean whole(Path cache) {
    return Files.exists(cache) && !Files.exists(Path.of(cache + PLAN));
  }

  /** Deletes what there is, of whatever build; true where there was a cache. */
  boolean forget() {
    try {
      Files.createDirectories(folder);
      boolean any = false;
      for (Path file : all()) {
        Files.delete(file);
        any |= file.toString().endsWith(SUFFIX);
      }
      return any;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String prefix() {
    return service + "-";
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix())).toList();
    }
  }

  private static String fingerprint(Path application, List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.add(Runtime.version().toString());
    all.add(JavaCommand.home());
    try (Stream<Path> files = Files.walk(application)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".jar")).sorted().toList()) {
        all.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
      }
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", all).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
