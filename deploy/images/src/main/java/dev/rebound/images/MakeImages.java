package dev.rebound.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import dev.rebound.localstack.Root;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * {@code ./rebound images [--tag TAG] [--engines]}: a tar of each application's image, for {@code
 * docker load} or {@code podman load}, and beside it the list of what is in it.
 */
public final class MakeImages {
  private static final String REGISTRY = "localhost/rebound/";

  private final Root root;
  private final Path folder;
  private final Release release;

  private MakeImages(Root root, Release release) {
    this.root = root;
    this.folder = root.state().resolve("images");
    this.release = release;
  }

  /** Makes the images; exit code 2 for a wrong call, 1 where something is missing. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    int tag = words.indexOf("--tag");
    boolean engines = words.contains("--engines");
    int known = (tag < 0 ? 0 : 2) + (engines ? 1 : 0);
    if (words.size() != known || tag == words.size() - 1) {
      System.err.println("Usage: ./rebound images [--tag TAG] [--engines]");
      System.exit(2);
    }
    Release release =
        new Release(
            tag < 0 ? "local" : words.get(tag + 1),
            variable("REBOUND_REVISION").orElse("unknown"),
            Instant.ofEpochSecond(
                variable("REBOUND_REVISION_TIME").map(Long::parseLong).orElse(1L)));
    try {
      MakeImages make = new MakeImages(Root.find(), release);
      make.applications();
      if (engines) {
        make.engines();
      }
    } catch (Trouble trouble) {
      System.err.println(trouble.getMessage());
      System.exit(1);
    }
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(it -> !it.isBlank());
  }

  private void applications() throws Exception {
    Root own = new Root(root.folder(), folder.resolve("training"));
    Training training = new Training(own);
    System.out.println("Playing a season, from which each image brings what its JVM learnt.");
    training.play();
    for (Application application : Application.ALL) {
      Path ran = training.application(application);
      Path bill = folder.resolve(application.name() + ".cdx.json");
      Files.write(bill, bill(application, ran));
      ApplicationImage image =
          new ApplicationImage(application, ran, training.cache(application), bill);
      write(application.name(), image.on(folder.resolve("base.tar"), release));
    }
  }

  private byte[] bill(Application application, Path ran) throws IOException {
    Path base = folder.resolve("root");
    BillOfMaterials bill =
        new BillOfMaterials()
            .jars(ran)
            .packages(folder.resolve("packages.tsv"), base.resolve("usr/lib/os-release"))
            .runtime(base.resolve("opt/java"));
    Path lock =
        root.folder().resolve(application.name()).resolve("src/main/webui/package-lock.json");
    if (Files.exists(lock)) {
      bill.pages(lock);
    }
    return bill.of(REGISTRY + application.name(), release);
  }

  private void engines() throws Exception {
    EngineImages images = new EngineImages(root, folder.resolve("engines"));
    for (Map.Entry<String, JibContainerBuilder> image :
        images.on(folder.resolve("engines.tar")).entrySet()) {
      write(image.getKey(), image.getValue());
    }
  }

  private void write(String name, JibContainerBuilder image)
      throws InvalidImageReferenceException,
          InterruptedException,
          RegistryException,
          IOException,
          CacheDirectoryCreationException,
          ExecutionException {
    Path tar = folder.resolve(name + ".tar");
    String reference = REGISTRY + name + ":" + release.tag();
    Path cache = folder.resolve("cache");
    JibContainer made =
        image.containerize(
            Containerizer.to(TarImage.at(tar).named(reference))
                .setBaseImageLayersCache(cache)
                .setApplicationLayersCache(cache)
                .setToolName("rebound")
                .setOfflineMode(true));
    System.out.printf(
        "%-50s %4d MB  %s  %s%n", reference, Files.size(tar) / 1_000_000, made.getImageId(), tar);
  }
}
