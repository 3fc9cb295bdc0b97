package dev.rebound.chassis.events;

import dev.rebound.delivery.AppliedEvents;
import dev.rebound.delivery.DeadLetters;
import dev.rebound.delivery.Delivery;
import dev.rebound.delivery.OwnFeed;
import dev.rebound.delivery.ParkedStreams;
import dev.rebound.delivery.Projection;
import dev.rebound.delivery.ProjectionDelivery;
import dev.rebound.delivery.Reaction;
import dev.rebound.delivery.ReactionDelivery;
import dev.rebound.delivery.Release;
import dev.rebound.delivery.Restoration;
import dev.rebound.delivery.TopicConsumer;
import dev.rebound.delivery.tracing.Tracing;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.relay.Relay;
import dev.rebound.eventstore.relay.Topics;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Runs the service's relay and brings events to its projections and reactions. */
@ApplicationScoped
public class EventPath {

  private final Topic own;
  private final Restoration restoration;
  private final List<String> notAgain;
  private final Relay relay;
  private final OwnFeed ownFeed;
  private final DeadLetters.OnTopic letters;
  private final AppliedEvents applied;
  private final Release release;
  private final ParkedStreams parked;
  private final List<Delivery> deliveries = new ArrayList<>();
  private final Map<Topic, TopicConsumer> consumers = new EnumMap<>(Topic.class);

  /** Wired by the container; nothing runs before the service has started. */
  @Inject
  public EventPath(
      @ConfigProperty(name = "rebound.topic") Topic own,
      @ConfigProperty(name = "rebound.topics.partitions", defaultValue = "6") int partitions,
      @ConfigProperty(name = "rebound.topics.replication", defaultValue = "1") int replication,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Vertx vertx,
      Pool pool,
      Bell bell,
      EventCodec codec,
      DeadLetters.OnTopic.Told told,
      Tracing tracing,
      @All List<Projection> projections,
      @All List<Reaction> reactions) {
    this.own = own;
    this.restoration = new Restoration(own, pool, kafka);
    this.notAgain =
        reactions.stream()
            .filter(it -> it.topics().contains(own) && !it.takesRestored())
            .map(Reaction::name)
            .toList();
    this.relay =
        new Relay(
            own,
            pool,
            bell,
            new Topics(kafka, partitions, replication),
            batch ->
                tracing.begin(
                        Tracing.Kind.PUBLISH,
                        own.address(),
                        batch,
                        committed -> committed.event().metadata().trace())
                    ::end);
    this.ownFeed = new OwnFeed(own, pool, bell, codec);
    this.letters = new DeadLetters.OnTopic(service, kafka, told);
    this.applied =
        new AppliedEvents(
            pool,
            own,
            projections,
            reactions,
            () -> deliveries.stream().anyMatch(Delivery::isBehind));
    Delivery.Tools tools = new Delivery.Tools(pool, letters, applied, tracing);
    EventLoop eventLoop = new EventLoop(vertx);
    deliveries.addAll(deliveries(projections, reactions, tools, eventLoop));
    this.release =
        new Release(
            own, pool, codec, kafka, letters, deliveries(projections, reactions, tools, eventLoop));
    this.parked = new ParkedStreams(pool, deliveries.stream().map(Delivery::handler).toList());
    for (Topic topic : Topic.values()) {
      if (topic != own && deliveries.stream().anyMatch(d -> d.topics().contains(topic))) {
        consumers.put(topic, new TopicConsumer(topic, pool, codec, deliveries));
      }
    }
  }

  private static List<Delivery> deliveries(
      List<Projection> projections,
      List<Reaction> reactions,
      Delivery.Tools tools,
      EventLoop eventLoop) {
    List<Delivery> all = new ArrayList<>();
    projections.forEach(p -> all.add(new ProjectionDelivery(p, tools)));
    reactions.forEach(r -> all.add(new ReactionDelivery(r, tools, eventLoop)));
    return all;
  }

  /** Before anything else happens to the events, or to those of others because of them. */
  void restore(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started)
      throws InterruptedException {
    restoration.run(notAgain);
  }

  void start(@Observes StartupEvent started) {
    ownFeed.start(deliveries);
    relay.start();
    release.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    release.close();
    consumers.values().forEach(TopicConsumer::close);
    ownFeed.close();
    relay.close();
    letters.close();
  }

  /** The service's own topic. */
  public Topic own() {
    return own;
  }

  /** How the relay stands. */
  public Relay.Status relay() {
    return relay.status();
  }

  /** How many of the service's own events were of a type that this build does not know. */
  long unknownOwn() {
    return ownFeed.unknown();
  }

  /** Every handler's delivery. */
  public Collection<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** The streams that wait for one of the service's handlers. */
  public ParkedStreams parkedStreams() {
    return parked;
  }

  /**
   * Asks for the release of streams, which begins at once.
   *
   * @param streams which of those that wait for the handler, or null for all
   * @param passOver whether records that cannot be read are left out for good
   * @return how many are to be released now
   */
  public Uni<Integer> release(
      String handler, @Nullable Collection<String> streams, boolean passOver) {
    return parked.askForRelease(handler, streams, passOver).invoke(release::wake);
  }

  /** Completes once every handler of the topic has the batch. */
  public Uni<Void> accept(Topic topic, ConsumerRecords<byte[], byte[]> batch) {
    return consumer(topic).accept(batch);
  }

  /** Where each partition of a topic is to be read on from. Blocking. */
  Map<Integer, Long> nextOffsets(Topic topic, Collection<Integer> partitions) {
    return consumer(topic).nextOffsets(partitions);
  }

  /** Where the records of other services go to. */
  public Collection<TopicConsumer> consumers() {
    return List.copyOf(consumers.values());
  }

  private TopicConsumer consumer(Topic topic) {
    TopicConsumer consumer = consumers.get(topic);
    if (consumer == null) {
      throw new IllegalStateException("nobody here takes " + topic.address());
    }
    return consumer;
  }

  @Produces
  @Singleton
  AppliedEvents applied() {
    return applied;
  }

  /** Forgets what nobody will wait for any more. */
  Uni<Void> prune() {
    return applied.prune();
  }
}
