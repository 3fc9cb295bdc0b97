package dev.rebound.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.TarImage;
import dev.rebound.localstack.LocalService;
import dev.rebound.localstack.Root;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an image says of itself and who owns what is in it; its base is a small one. */
class ApplicationImageTest {
  private static final Instant AGE = Instant.parse("2026-01-02T03:04:05Z");
  private static final Release RELEASE = new Release("1.2.3", "abc", AGE);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Map<String, byte[]> image = Map.of();
  private JsonNode config = new ObjectMapper().nullNode();

  @BeforeEach
  void make() throws Exception {
    Path application = folder.resolve("app");
    for (String file :
        new String[] {"quarkus-run.jar", "lib/main/a.jar", "app/b.jar", "scratch/left", "note"}) {
      Path at = application.resolve(file);
      Files.createDirectories(requireNonNull(at.getParent()));
      Files.writeString(at, file);
      Files.setLastModifiedTime(at, FileTime.from(AGE));
    }
    ApplicationImage web =
        new ApplicationImage(
            Application.ALL.getLast(),
            application,
            Files.writeString(folder.resolve("cache"), "cache"),
            Files.writeString(folder.resolve("bill"), "{}"));
    Path tar = folder.resolve("web.tar");
    web.on(base(), RELEASE)
        .containerize(
            Containerizer.to(TarImage.at(tar).named("localhost/rebound/web:1.2.3"))
                .setBaseImageLayersCache(folder.resolve("jib"))
                .setApplicationLayersCache(folder.resolve("jib"))
                .setOfflineMode(true));
    image = files(Files.readAllBytes(tar));
    config = new ObjectMapper().readTree(requireNonNull(image.get("config.json")));
  }

  /** A base of one file, in the form that {@code docker load} reads. */
  private Path base() throws Exception {
    byte[] layer = tar(Map.of("etc/passwd", "rebound:x:10001:10001".getBytes(UTF_8)));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(layer));
    String config =
        """
        {"architecture":"amd64","os":"linux","config":{"Env":["PATH=/opt/java/bin"]},
         "rootfs":{"type":"layers","diff_ids":["sha256:%s"]},"history":[]}\
        """
            .formatted(hash);
    return Files.write(
        folder.resolve("base.tar"),
        tar(
            Map.of(
                "manifest.json",
                "[{\"Config\":\"config.json\",\"RepoTags\":[\"base:1\"],\"Layers\":[\"layer.tar\"]}]"
                    .getBytes(UTF_8),
                "config.json",
                config.getBytes(UTF_8),
                "layer.tar",
                layer)));
  }

  private static byte[] tar(Map<String, byte[]> files) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> files(byte[] archive) throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        files.put(entry.getName(), tar.readAllBytes());
      }
    }
    return files;
  }

  /** Every file of every layer. */
  private Map<String, TarArchiveEntry> content() throws Exception {
    Map<String, TarArchiveEntry> content = new TreeMap<>();
    for (Map.Entry<String, byte[]> layer : image.entrySet()) {
      if (layer.getKey().endsWith(".tar.gz")) {
        InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(layer.getValue()));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(bytes)) {
          for (TarArchiveEntry entry = tar.getNextEntry();
              entry != null;
              entry = tar.getNextEntry()) {
            content.put(entry.getName().replaceAll("^/", ""), entry);
          }
        }
      }
    }
    return content;
  }

  @Test
  void itRunsAsNobodyInParticularWithWhatItsJvmKept() {
    assertThat(config.at("/config/User").asText()).isEqualTo("10001:10001");
    assertThat(config.at("/config/Entrypoint").toString())
        .contains("/opt/java/bin/java", "-XX:AOTCache=/app/application.aot", "quarkus-run.jar");
    assertThat(config.at("/config/Env").toString())
        .contains(String.join(" ", LocalService.options()), "PATH=/opt/java/bin");
  }

  @Test
  void itSaysWhatItIs() {
    JsonNode labels = config.at("/config/Labels");

    assertThat(labels.path("org.opencontainers.image.title").asText()).isEqualTo("Rebound: web");
    assertThat(labels.path("org.opencontainers.image.version").asText()).isEqualTo("1.2.3");
    assertThat(labels.path("org.opencontainers.image.revision").asText()).isEqualTo("abc");
    assertThat(config.path("created").asText()).isEqualTo("2026-01-02T03:04:05Z");
  }

  @Test
  void whatIsInItIsRootsAndAsOldAsWhatItWasMadeOf() throws Exception {
    Map<String, TarArchiveEntry> content = content();

    assertThat(content)
        .containsKeys(
            "app/quarkus-run.jar",
            "app/lib/main/a.jar",
            "app/app/b.jar",
            "app/application.aot",
            "app/sbom.cdx.json")
        .doesNotContainKeys("app/scratch/left", "app/note");
    TarArchiveEntry jar = requireNonNull(content.get("app/lib/main/a.jar"));
    assertThat(jar.getLastModifiedTime().toInstant()).isEqualTo(AGE);
    assertThat(jar.getLongUserId()).isZero();
    assertThat(jar.getMode() & 0777).isEqualTo(0644);
  }

  @Test
  void theChartGivesTheSameOptions() throws Exception {
    Path helpers = Root.find().folder().resolve("deploy/helm/rebound/templates/_helpers.tpl");

    assertThat(Files.readString(helpers)).contains(String.join(" ", LocalService.options()) + "{{");
  }
}
