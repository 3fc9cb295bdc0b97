package dev.rebound.localstack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the checkout, and what is where in it.
 *
 * @param folder the checkout itself
 * @param state everything that is kept between runs, and nothing that belongs to git
 */
public record Root(Path folder, Path state) {
  private static final String STATE = ".rebound";

  /** A checkout that keeps its state in its own folder. */
  public Root(Path folder) {
    this(folder, folder.resolve(STATE));
  }

  /**
   * The checkout: the system property {@code rebound.root}, else the nearest folder above that has
   * a {@code .mvn}.
   */
  public static Root find() {
    String named = System.getProperty("rebound.root");
    if (named != null) {
      return new Root(Path.of(named).toAbsolutePath().normalize());
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".mvn"))) {
        return new Root(at);
      }
    }
    throw new Trouble(
        "This is not inside a checkout of Rebound: no folder above has a .mvn folder.");
  }

  /**
   * PostgreSQL, Kafka and Keycloak as they were published; shared by all runs, never written by a
   * running part.
   */
  public Path dist() {
    return folder.resolve(STATE).resolve("dist");
  }

  /** Where tests that share a part meet. */
  public Path test() {
    return folder.resolve(STATE).resolve("test");
  }

  Path pids() {
    return state().resolve("pids");
  }

  /** Where the parts' output goes. */
  public Path logs() {
    return state().resolve("logs");
  }

  Path data() {
    return state().resolve("data");
  }

  /** The development realm; the one for production lies beside it. */
  public Path developmentRealm() {
    return folder.resolve("deploy/keycloak/rebound-realm-dev.json");
  }
}
