package dev.rebound.images;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.Port;
import dev.rebound.localstack.LocalService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The image of one application. It runs as nobody in particular (10001), writes to nothing but
 * {@code /tmp}, and has no shell.
 *
 * @param application which
 * @param folder the application as it ran
 * @param cache what its JVM kept
 * @param bill what is in it, as CycloneDX
 */
record ApplicationImage(Application application, Path folder, Path cache, Path bill) {
  /** What the cache is called in the image. */
  static final String CACHE = "/app/application.aot";

  /** Where the list of what is in the image is found in it. */
  static final String BILL = "/app/sbom.cdx.json";

  /**
   * How it starts. A cache that does not fit (another collector, say) is left alone by the JVM;
   * what it then says of each class helps nobody.
   */
  private static final List<String> COMMAND =
      List.of(
          "/opt/java/bin/java",
          "-XX:AOTCache=" + CACHE,
          "-Xlog:aot*=off,cds*=off",
          "-jar",
          "/app/quarkus-run.jar");

  /** All but the name of the tar that it goes to. */
  JibContainerBuilder on(Path base, Release release) throws IOException {
    return Jib.from(TarImage.at(base))
        .setUser(Layers.USER)
        .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
        .setEntrypoint(COMMAND)
        // The chart gives the same and what an operator adds.
        .addEnvironmentVariable("JAVA_TOOL_OPTIONS", String.join(" ", LocalService.options()))
        .addEnvironmentVariable("MALLOC_ARENA_MAX", "2")
        .addExposedPort(Port.tcp(application.port()))
        .setCreationTime(release.made())
        .addLabel("org.opencontainers.image.title", "Rebound: " + application.name())
        .addLabel("org.opencontainers.image.description", application.description())
        .addLabel("org.opencontainers.image.version", release.tag())
        .addLabel("org.opencontainers.image.revision", release.revision())
        .addLabel("org.opencontainers.image.created", release.made().toString())
        .addLabel("dev.rebound.sbom", BILL)
        // From what changes least to what changes most.
        .addFileEntriesLayer(Layers.of("libraries", folder.resolve("lib"), "/app/lib", it -> true))
        .addFileEntriesLayer(
            Layers.of("application", folder, "/app", it -> ofTheApplication(folder, it)))
        .addFileEntriesLayer(Layers.file("bill of materials", bill, BILL))
        .addFileEntriesLayer(Layers.file("what the JVM kept", cache, CACHE));
  }

  private static boolean ofTheApplication(Path folder, Path below) {
    return Files.isRegularFile(folder.resolve(below))
        && (below.startsWith("app")
            || below.startsWith("quarkus")
            || below.equals(Path.of("quarkus-run.jar")));
  }
}
