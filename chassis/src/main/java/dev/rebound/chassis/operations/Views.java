package dev.rebound.chassis.operations;

import dev.rebound.chassis.operations.View.RebuildStatus;
import dev.rebound.chassis.operations.View.Status;
import dev.rebound.chassis.owndata.Forgetting;
import dev.rebound.delivery.Projection;
import dev.rebound.delivery.Rebuild;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.sealing.Sealing;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The views of this service, and their rebuilds: one after the other, on a thread of their own. */
@ApplicationScoped
public class Views {

  private final List<Projection> views;
  private final Rebuild rebuild;
  private final Clock clock;
  private final Forgetting forgetting;
  private final Map<String, ViewRebuild> rebuilds = new HashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("rebuild").daemon().factory());

  /** Wired by the container. */
  @Inject
  public Views(
      @All List<Projection> views,
      @ConfigProperty(name = "rebound.topic") Topic own,
      Pool pool,
      DataSource copies,
      EventCodec codec,
      Sealing sealing,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Clock clock,
      Forgetting forgetting) {
    this.views = List.copyOf(views);
    this.rebuild = new Rebuild(own, pool, copies, codec, sealing, kafka);
    this.clock = clock;
    this.forgetting = forgetting;
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  /** All of them. */
  List<View> all() {
    return views.stream()
        .map(view ->
            new View(
                view.name(),
                view.tables(),
                view.topics().stream().map(Topic::address).sorted().toList(),
                status(view)))
        .toList();
  }

  /** How a view's last rebuild stands; empty where there is no such view. */
  Optional<RebuildStatus> status(String name) {
    return find(name).map(this::status);
  }

  /** Starts a rebuild of a view that there is, unless one runs here already: false then. */
  synchronized boolean start(String name) {
    ViewRebuild last = rebuilds.get(name);
    if (last != null && last.isRunning()) {
      return false;
    }
    ViewRebuild next = new ViewRebuild(find(name).orElseThrow(), rebuild, clock, forgetting);
    rebuilds.put(name, next);
    thread.execute(next);
    return true;
  }

  private Optional<Projection> find(String name) {
    return views.stream().filter(view -> view.name().equals(name)).findFirst();
  }

  private synchronized RebuildStatus status(Projection view) {
    @Nullable ViewRebuild last = rebuilds.get(view.name());
    return last == null
        ? new RebuildStatus(view.name(), Status.NONE, 0, null, null, null, null, null, null)
        : last.status();
  }
}
