package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak as a process, with the realm {@code rebound} imported at its first start. Its accounts
 * are in its own file database under {@code data}: a PostgreSQL of ours would see its transactions
 * in the horizon that the relay waits for.
 */
public final class LocalKeycloak implements Part {
  private static final String VERSION = "26.7.3";

  private final Path dist;
  private final Path home;
  private final Path realm;
  private final int port;
  private final Map<String, String> secrets;
  private final Lifetime lifetime;
  private final BackgroundProcess process;

  /**
   * A Keycloak on {@code port}.
   *
   * @param home its own folder, made at the first start: links to the shared programs, and its data
   * @param realm the realm file to import when there is no such realm yet
   * @param secrets values for the realm file's placeholders
   */
  public LocalKeycloak(
      Root root,
      Path home,
      int port,
      Path realm,
      Map<String, String> secrets,
      BackgroundProcess process,
      Lifetime lifetime) {
    this.dist = root.dist().resolve("keycloak-" + VERSION);
    this.home = home.toAbsolutePath();
    this.port = port;
    this.realm = realm;
    this.secrets = Map.copyOf(secrets);
    this.process = process;
    this.lifetime = lifetime;
  }

  @Override
  public String name() {
    return "keycloak";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String address() {
    return "http://localhost:" + port;
  }

  @Override
  public BackgroundProcess process() {
    return process;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(240);
  }

  @Override
  public void launch() {
    buildOnce();
    prepareHome();
    Map<String, String> environment = new HashMap<>(secrets);
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
    process.start(command(), environment, home, lifetime);
  }

  /**
   * Java itself and not kc.sh: the script stays between us and the server, and whoever kills the
   * script leaves the server behind. The options are the script's.
   */
  private List<String> command() {
    return List.of(
        JavaCommand.path(),
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "-Xms64m",
        "-Xmx256m",
        "-XX:MaxMetaspaceSize=256m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:TieredStopAtLevel=1",
        "-Dfile.encoding=UTF-8",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
        "-Dkc.home.dir=" + home,
        "-Djboss.server.config.dir=" + home.resolve("conf"),
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Dquarkus-log-max-startup-records=10000",
        "-cp",
        home.resolve("lib/quarkus-run.jar").toString(),
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
        "start",
        "--optimized",
        "--import-realm",
        "--http-enabled=true",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--hostname=" + address(),
        "--log-console-color=false");
  }

  /** Keycloak settles its options once, into its own folder, and starts faster ever after. */
  private void buildOnce() {
    if (!Files.isDirectory(dist)) {
      throw new Trouble(
          "Keycloak is not in "
              + dist
              + ".\nThe build puts it there: mvn package -DskipTests -pl local-stack/kafka,local-stack");
    }
    FileLock.during(
        dist.resolveSibling("keycloak.lock"),
        () -> {
          Path built = dist.resolve("built-for-rebound");
          if (!Files.exists(built)) {
            build();
            try {
              Files.writeString(built, "");
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          }
        });
  }

  private void build() {
    process.prepare(
        List.of(
            "sh",
            dist.resolve("bin/kc.sh").toString(),
            "build",
            "--db=dev-file",
            "--cache=local",
            "--health-enabled=false"),
        Map.of("JAVA_HOME", JavaCommand.home()),
        "Keycloak could not be built");
  }

  private void prepareHome() {
    try {
      Files.createDirectories(home.resolve("data/import"));
      for (String shared : List.of("lib", "conf", "providers")) {
        link(home.resolve(shared), dist.resolve(shared));
      }
      link(home.resolve("themes"), realm.toAbsolutePath().resolveSibling("themes"));
      Files.copy(
          realm,
          home.resolve("data/import/rebound-realm.json"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void link(Path link, Path target) throws IOException {
    if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(target)) {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, target);
    }
  }

  @Override
  public boolean ready() {
    return process.running().isPresent() && answers(address());
  }

  /** Whether a Keycloak with the realm {@code rebound} answers at this address. */
  public static boolean answers(String url) {
    return Http.answersOk(url + "/realms/rebound/.well-known/openid-configuration");
  }
}
