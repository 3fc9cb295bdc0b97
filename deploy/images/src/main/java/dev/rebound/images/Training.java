package dev.rebound.images;

import dev.rebound.localstack.KeycloakClient;
import dev.rebound.localstack.LocalStack;
import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Progress;
import dev.rebound.localstack.Root;
import dev.rebound.localstack.Settings;
import dev.rebound.localstack.Start;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs all of Rebound on this JVM and plays a season, so that each application leaves what its JVM
 * learnt. A JVM takes that back only for the files it learnt it of: what goes into an image is what
 * ran here, and the JVM of the base is the one that runs this.
 */
final class Training {
  private static final List<String> PARTS =
      List.of("web", "application", "feedback", "insights", "keycloak", "postgres", "kafka");

  private final Root root;
  private final Progress progress = new Progress(System.out);

  /**
   * @param root the checkout, with a state of its own for this
   */
  Training(Root root) {
    this.root = root;
  }

  /** Plays; afterwards {@link #application} and {@link #cache} are there. */
  void play() {
    Map<String, String> ports = new HashMap<>();
    PARTS.forEach(it -> ports.put(Settings.portVariable(it), Integer.toString(Ports.free())));
    Settings settings = new Settings(ports);
    LocalStack stack = new LocalStack(root, settings, Map.of(), Start.CACHED);
    Thread stop = new Thread(() -> stack.stop(progress), "stop what runs");
    Runtime.getRuntime().addShutdownHook(stop);
    stack.start(stack.parts(), progress);
    KeycloakClient realm = new KeycloakClient(settings.url("keycloak"));
    String candidate = realm.newCandidate().name();
    Api api = new Api(() -> realm.token(candidate));
    Play.Urls urls =
        new Play.Urls(
            settings.url("application"), settings.url("feedback"), settings.url("insights"));
    new Play(api, urls, candidate, System.out::println).all();
    api.get(settings.url("web") + "/api/v1/insights/weaknesses");
    stack.stop(progress);
    Runtime.getRuntime().removeShutdownHook(stop);
  }

  /** The folder that the application ran from. */
  Path application(Application application) {
    return root.state().resolve("apps").resolve(application.part());
  }

  /** What its JVM keeps. */
  Path cache(Application application) throws IOException {
    Path folder = root.state().resolve("aot");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(it -> it.getFileName().toString().startsWith(application.part() + "-"))
          .filter(it -> it.toString().endsWith(".aot"))
          .findFirst()
          .orElseThrow(() ->
              new IllegalStateException(
                  application.name() + " left nothing in " + folder + " of what it learnt"));
    }
  }
}
