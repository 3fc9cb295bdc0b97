package dev.rebound.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All parts of Rebound on this machine, in the order in which they need each other. */
public final class LocalStack {
  /**
   * The databases, each with a login role of its name. The subjects' keys are apart from everything
   * that they open.
   */
  private static final List<String> DATABASES =
      List.of("application", "feedback", "insights", "keys");

  private final Root root;
  private final Settings settings;
  private final Map<String, String> environment;
  private final Start start;
  private final Secrets secrets;
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final LocalKeycloak keycloak;
  private final List<LocalService> services;
  private final RunningPorts ports;

  /** Held while a part is launched, so that none is launched behind the back of a stop. */
  private final Object launching = new Object();

  private boolean stopped;

  /** The stack of this checkout, with these ports. */
  public LocalStack(Root root, Settings settings) {
    this(root, settings, Map.of(), Start.PLAIN);
  }

  /**
   * The same with more to tell the services.
   *
   * @param environment variables for each of the four applications
   */
  public LocalStack(Root root, Settings settings, Map<String, String> environment, Start start) {
    this.root = root;
    this.start = start;
    this.environment = Map.copyOf(environment);
    this.settings = settings;
    this.ports = new RunningPorts(root);
    this.secrets = new Secrets(root.state().resolve("secrets/secrets.properties"));
    Lifetime kept = new Lifetime.UntilStopped();
    postgres =
        new LocalPostgres(
            root,
            root.data().resolve("postgres"),
            settings.port("postgres"),
            ServiceEnvironment.developmentPassword(LocalPostgres.SUPERUSER),
            process("postgres"),
            kept);
    kafka =
        new LocalKafka(
            root,
            root.data().resolve("kafka"),
            settings.port("kafka"),
            settings.advertisedKafkaPort(),
            process("kafka"),
            start,
            kept);
    keycloak =
        new LocalKeycloak(
            root,
            root.data().resolve("keycloak"),
            settings.port("keycloak"),
            root.developmentRealm(),
            Map.of("REBOUND_WEB_CLIENT_SECRET", secrets.get("web-client")),
            process("keycloak"),
            kept);
    services =
        Stream.of("application", "feedback", "insights", "web")
            .flatMap(it -> service(it).stream())
            .toList();
  }

  private BackgroundProcess process(String name) {
    return new BackgroundProcess(name, root.pids(), root.logs().resolve(name + ".log"));
  }

  private Optional<LocalService> service(String name) {
    String module = name.equals("web") ? name : name + "-service";
    Path folder = root.folder().resolve(module);
    if (!Files.exists(folder.resolve("pom.xml"))) {
      return Optional.empty();
    }
    return Optional.of(
        new LocalService(
            name,
            folder,
            root.state().resolve("apps").resolve(name),
            settings.port(name),
            told(name),
            process(name),
            start,
            start.keeps() ? Optional.of(cache(name)) : Optional.empty()));
  }

  private StartCache cache(String service) {
    return new StartCache(root.state().resolve("aot"), service);
  }

  private Map<String, String> told(String service) {
    Map<String, String> all = new HashMap<>(new ServiceEnvironment(settings, secrets).of(service));
    all.putAll(environment);
    return all;
  }

  /** Every part, in the order in which they start. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(postgres, kafka, keycloak));
    parts.addAll(services);
    return parts;
  }

  /** The part of this name; a {@link Trouble} where there is none. */
  public Part part(String name) {
    return parts().stream()
        .filter(it -> it.name().equals(name) || (it.name() + "-service").equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Trouble("There is no part called '" + name + "'. The parts are: " + names() + "."));
  }

  private String names() {
    return String.join(", ", parts().stream().map(Part::name).toList());
  }

  Settings settings() {
    return settings;
  }

  /** Whether every part answers. */
  boolean allReady() {
    return parts().stream().allMatch(Part::ready);
  }

  /** Whether any part runs. */
  boolean anyRunning() {
    return parts().stream().anyMatch(it -> it.process().running().isPresent());
  }

  /**
   * Starts these parts where they do not run, the three servers together and then the services
   * together, and waits until they answer.
   */
  public void start(List<Part> wanted, Progress progress) {
    settings.requireDistinctPorts();
    Disk.requireRoom(root.folder());
    FileLock.during(
        root.state().resolve("start.lock"),
        () -> {
          List<Part> missing =
              wanted.stream().filter(it -> it.process().running().isEmpty()).toList();
          missing.forEach(
              it -> Ports.requireFree(it.port(), it.name(), Settings.portVariable(it.name())));
          ports.keep(settings);
          List<Part> servers = wanted.stream().filter(it -> !(it instanceof LocalService)).toList();
          startTogether(servers, progress);
          if (wanted.contains(postgres)) {
            DATABASES.forEach(
                it -> postgres.createDatabase(it, ServiceEnvironment.developmentPassword(it)));
          }
          startTogether(wanted.stream().filter(LocalService.class::isInstance).toList(), progress);
        });
  }

  private void startTogether(List<Part> parts, Progress progress) {
    for (Part part : parts) {
      synchronized (launching) {
        if (stopped) {
          throw new Trouble("Stopped before everything was started.");
        }
        if (part.process().running().isEmpty()) {
          progress.starting(part);
          part.start();
        }
      }
    }
    for (Part part : parts) {
      part.awaitReady();
      progress.ready(part);
    }
  }

  /**
   * Stops every part that runs: the services together, and then the servers that they need. A
   * {@link #start} that is under way on this stack ends with a {@link Trouble}.
   */
  public void stop(Progress progress) {
    stop(parts(), progress);
    ports.forget();
  }

  /** Stops these parts where they run; the same otherwise. */
  void stop(List<Part> unwanted, Progress progress) {
    synchronized (launching) {
      stopped = true;
    }
    stopTogether(unwanted.stream().filter(LocalService.class::isInstance).toList(), progress);
    stopTogether(unwanted.stream().filter(it -> !(it instanceof LocalService)).toList(), progress);
  }

  private static void stopTogether(List<Part> parts, Progress progress) {
    List<Thread> stops = new ArrayList<>();
    for (Part part : parts) {
      if (part.process().running().isPresent()) {
        progress.stopping(part);
      }
      stops.add(Thread.ofPlatform().name("stop " + part.name()).start(part::stop));
    }
    try {
      for (Thread stop : stops) {
        stop.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", interrupted);
    }
  }

  /**
   * Deletes data, logs, secrets and test leftovers; keeps what the build and the first start
   * unpacked.
   */
  void reset() {
    if (anyRunning()) {
      throw new Trouble("Rebound is running. Stop it first: ./rebound down");
    }
    for (Path folder :
        List.of(
            root.data(),
            root.logs(),
            root.pids(),
            root.state().resolve("secrets"),
            root.state().resolve("aot"),
            root.state().resolve("apps"))) {
      Mirror.delete(folder);
    }
  }
}
