package dev.rebound.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a service needs and has no default for, the chart gives. */
class SettingsTest {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([a-z][a-z0-9.-]*)}");
  private static final Pattern INJECTED =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"\\s*\\)(?!\\s+Optional)");

  @ParameterizedTest
  @ValueSource(strings = {"application-service", "feedback-service", "insights-service", "web"})
  void whatHasNoDefaultIsGiven(String service) throws IOException {
    Set<String> needed = needed(service);

    for (String values : Set.of("local", "production")) {
      assertThat(given(Manifests.of(values), service)).as(values).containsAll(needed);
    }
  }

  @Test
  void theTestSeesWhatIsNeeded() throws IOException {
    assertThat(needed("web")).contains("REBOUND_WEB_CLIENT_SECRET", "REBOUND_SESSION_SECRET");
    assertThat(needed("application-service"))
        .contains("REBOUND_KEY_ENCRYPTION_KEY", "REBOUND_DB_PASSWORD", "REBOUND_KEYS_DB_USER");
  }

  /** Names that are used in the service or the chassis and that neither sets, as variables. */
  private static Set<String> needed(String service) throws IOException {
    Set<Path> modules =
        service.equals("web")
            ? Set.of(Path.of("web"))
            : Set.of(Path.of("chassis"), Path.of(service));
    Properties set = new Properties();
    Set<String> used = new TreeSet<>();
    for (Path module : modules) {
      Path main = Manifests.root().resolve(module).resolve("src/main");
      for (Path file : files(main.resolve("resources"), ".properties")) {
        read(file, set);
      }
      for (Path file : files(main.resolve("java"), ".java")) {
        names(INJECTED, Files.readString(file)).forEach(used::add);
      }
    }
    set.values().forEach(it -> names(EXPRESSION, it.toString()).forEach(used::add));
    return used.stream()
        .filter(it -> !set.containsKey(it))
        .map(it -> it.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(ending)).toList();
    }
  }

  private static void read(Path file, Properties into) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      into.load(reader);
    }
  }

  private static Stream<String> names(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(it -> it.group(1));
  }

  private static Set<String> given(Manifests manifests, String service) {
    Set<String> names = new TreeSet<>();
    manifests
        .find("ConfigMap", service)
        .orElseThrow()
        .path("data")
        .fieldNames()
        .forEachRemaining(names::add);
    JsonNode spec = manifests.find("Deployment", service).orElseThrow();
    Manifests.each(spec.path("spec").path("template").path("spec").path("containers"))
        .flatMap(it -> Manifests.each(it.path("env")))
        .forEach(it -> names.add(it.path("name").asText()));
    return names;
  }
}
