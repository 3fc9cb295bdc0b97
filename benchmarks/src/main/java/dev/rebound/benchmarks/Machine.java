package dev.rebound.benchmarks;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the benchmarks run on, as far as it says so (most of it on Linux only). */
final class Machine {

  private static final String NOT_KNOWN = "not known";

  private Machine() {}

  /** Processor, memory, disk and system, in one line. */
  static String line() {
    return "%d cores (%s), memory %s, disk %s, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value(Path.of("/proc/cpuinfo"), "model name").orElse("processor " + NOT_KNOWN),
            value(Path.of("/proc/meminfo"), "MemTotal").map(Machine::memory).orElse(NOT_KNOWN),
            disk(Path.of(System.getProperty("java.io.tmpdir"))),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  /** The first value of this name in a file of lines such as {@code name : value}. */
  private static Optional<String> value(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException elsewhere) {
      return Optional.empty();
    }
  }

  private static String memory(String kilobytes) {
    double gigabytes = Long.parseLong(kilobytes.split(" ")[0]) / (double) (1 << 20);
    return String.format(Locale.ROOT, "%.0f GB", gigabytes);
  }

  /** The disk on which the servers keep their data while they are measured. */
  private static String disk(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      String device = store.name().replaceFirst("^/dev/", "");
      return "%s (%s, %s)".formatted(store.name(), store.type(), kind(device));
    } catch (IOException | IllegalArgumentException elsewhere) {
      return NOT_KNOWN;
    }
  }

  /** A virtual disk says that it rotates, whatever is under it. */
  private static String kind(String device) throws IOException {
    Path block = Path.of("/sys/class/block").resolve(device);
    if (!Files.exists(block)) {
      return NOT_KNOWN;
    }
    Path whole = block.toRealPath();
    if (!Files.exists(whole.resolve("queue"))) {
      whole = whole.resolve("..").normalize(); // a partition's disk
    }
    if (whole.toString().contains("/virtio")) {
      return "virtual, what is under it is not known";
    }
    Path rotational = whole.resolve("queue/rotational");
    if (!Files.exists(rotational)) {
      return NOT_KNOWN;
    }
    return Files.readString(rotational).strip().equals("0") ? "solid state" : "rotating";
  }
}
