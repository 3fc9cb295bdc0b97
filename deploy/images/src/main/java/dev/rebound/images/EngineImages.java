package dev.rebound.images;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.rebound.localstack.Root;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Images of PostgreSQL, Kafka and Keycloak, for tests where no registry is reached: the programs
 * that {@code ./rebound up} runs, started with the variables and commands of the published images.
 * Not for production.
 */
final class EngineImages {
  private final Root root;
  private final Path work;

  /**
   * @param work where files of these images are laid
   */
  EngineImages(Root root, Path work) {
    this.root = root;
    this.work = work;
  }

  /** All three, by name. */
  Map<String, JibContainerBuilder> on(Path base) throws IOException {
    Map<String, JibContainerBuilder> images = new LinkedHashMap<>();
    images.put(
        "postgres",
        scripted("postgres", base, "/var/lib/postgresql")
            .addFileEntriesLayer(
                Layers.of("programs", root.dist().resolve("postgres"), "/opt/postgres", it -> true))
            .setProgramArguments("postgres"));
    images.put(
        "kafka",
        scripted("kafka", base, "/var/lib/kafka")
            .addFileEntriesLayer(
                Layers.of("programs", dist("kafka-"), "/opt/kafka/libs", it -> true)));
    images.put(
        "keycloak",
        Jib.from(TarImage.at(base))
            .setUser(Layers.USER)
            .addFileEntriesLayer(
                Layers.of(
                    "programs",
                    dist("keycloak-"),
                    "/opt/keycloak",
                    it -> !it.startsWith("data") && !it.startsWith("themes"),
                    Layers.USER))
            .addFileEntriesLayer(
                Layers.of(
                    "theme",
                    root.developmentRealm().resolveSibling("themes"),
                    "/opt/keycloak/themes",
                    it -> true))
            .addFileEntriesLayer(place("keycloak", "/opt/keycloak/data", "import"))
            // In development it listens to its own machine alone, which is the container.
            .addEnvironmentVariable("KC_HTTP_HOST", "0.0.0.0")
            .setEntrypoint("/bin/bash", "/opt/keycloak/bin/kc.sh"));
    return images;
  }

  private JibContainerBuilder scripted(String engine, Path base, String data) throws IOException {
    Path script = work.resolve(engine + ".sh");
    try (InputStream in = EngineImages.class.getResourceAsStream("/engines/" + engine + ".sh")) {
      Files.createDirectories(work);
      Files.write(script, in == null ? new byte[0] : in.readAllBytes());
    }
    return Jib.from(TarImage.at(base))
        .setUser(Layers.USER)
        .addFileEntriesLayer(Layers.file("script", script, "/opt/start.sh"))
        .addFileEntriesLayer(place(engine, data))
        .setEntrypoint("/bin/sh", "/opt/start.sh");
  }

  /**
   * An empty folder that the engine may write to.
   *
   * @param mounted folders in it that something is mounted in; made by whoever does that, they and
   *     their parents would be root's
   */
  private FileEntriesLayer place(String engine, String data, String... mounted) throws IOException {
    Path empty = Files.createDirectories(work.resolve(engine + "-data"));
    for (String folder : mounted) {
      Files.createDirectories(empty.resolve(folder));
    }
    return Layers.of("data", empty, data, it -> true, Layers.USER);
  }

  private Path dist(String prefix) throws IOException {
    try (var folders = Files.list(root.dist())) {
      return folders
          .filter(it -> it.getFileName().toString().startsWith(prefix))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow();
    }
  }
}
