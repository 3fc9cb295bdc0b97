package dev.rebound.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The ports of what runs, kept until everything is stopped: who chose other ports for {@code up}
 * need not name them again for {@code status}, {@code demo} or {@code start}.
 */
final class RunningPorts {
  private final Path file;
  private final Path pids;

  RunningPorts(Root root) {
    this.file = root.state().resolve("ports.properties");
    this.pids = root.pids();
  }

  /** These variables, completed by the ports of what runs; what is set in them comes first. */
  Map<String, String> complete(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>();
    if (anyRunning()) {
      read().forEach((name, port) -> all.put(name.toString(), port.toString()));
    }
    environment.forEach((name, value) -> {
      if (!value.isBlank()) {
        all.put(name, value);
      }
    });
    return all;
  }

  void keep(Settings settings) {
    Properties ports = new Properties();
    Settings.parts()
        .forEach(it ->
            ports.setProperty(Settings.portVariable(it), Integer.toString(settings.port(it))));
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        ports.store(writer, "The ports of what runs");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean anyRunning() {
    return Settings.parts().stream()
        .anyMatch(it -> new BackgroundProcess(it, pids, file).running().isPresent());
  }

  private Properties read() {
    Properties ports = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        ports.load(reader);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return ports;
  }
}
