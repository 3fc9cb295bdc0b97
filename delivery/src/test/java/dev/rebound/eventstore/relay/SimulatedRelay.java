package dev.rebound.eventstore.relay;

import dev.rebound.delivery.simulation.Broker;
import dev.rebound.delivery.simulation.Broker.Producer;
import dev.rebound.delivery.simulation.Database;
import dev.rebound.delivery.simulation.Database.Reply;
import dev.rebound.delivery.simulation.Database.Session;
import dev.rebound.delivery.simulation.Fault;
import dev.rebound.delivery.simulation.Process;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.relay.OrderedSender.Sending;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps of {@link Relay} and {@link OrderedSender} on the models, by the rules of theirs. */
public final class SimulatedRelay {

  private static final int BATCH = 5;
  private static final int STANDBY = 40;
  private static final int IDLE = 15;

  private final Database database;
  private final Broker broker;
  private final Process process;
  private final Fault fault;

  /** The relay of a process. */
  public SimulatedRelay(Database database, Broker broker, Process process, Fault fault) {
    this.database = database;
    this.broker = broker;
    this.process = process;
    this.fault = fault;
  }

  /** Relays as soon as nobody else does. */
  public void start() {
    database.lock(
        process,
        reply(
            this::again,
            locks -> {
              if (locks.isEmpty()) {
                again();
              } else {
                new Active(locks.getFirst()).begin();
              }
            }));
  }

  private void again() {
    process.after(STANDBY, this::start);
  }

  private final class Active {

    private final Session session;
    private final Producer producer;
    private boolean ended;
    private boolean sent;
    private @Nullable List<Committed> next;

    Active(Session session) {
      this.session = session;
      this.producer = broker.new Producer(process);
    }

    void begin() {
      database.relayCursor(session, reply(this::end, this::fetch));
    }

    private void fetch(Cursor cursor) {
      sent = true;
      fetchNext(cursor);
    }

    private void fetchNext(Cursor cursor) {
      next = null;
      database.toRelay(
          session,
          cursor,
          BATCH,
          reply(
              this::end,
              batch -> {
                next = batch;
                turn(cursor);
              }));
    }

    /** Once the former batch is acknowledged and the next is there. */
    private void turn(Cursor cursor) {
      List<Committed> batch = next;
      if (ended || !sent || batch == null) {
        return;
      }
      if (batch.isEmpty()) {
        process.after(IDLE, () -> fetch(cursor));
        return;
      }
      sent = false;
      Cursor last = batch.getLast().at();
      if (fault != Fault.SEVERAL_RELAYS) {
        fetchNext(last); // while the broker writes
      }
      send(
          batch,
          () -> {
            sent = true;
            if (fault == Fault.SEVERAL_RELAYS) {
              database.release(batch);
              fetchNext(last);
            } else {
              turn(last);
            }
          });
    }

    private void send(List<Committed> batch, Runnable then) {
      Sending sending = new Sending(batch);
      if (fault == Fault.CURSOR_BEFORE_ACKNOWLEDGEMENT) {
        move(batch.getLast().at(), () -> {});
      }
      for (int place = sending.next(); place >= 0; place = sending.next()) {
        int at = place;
        producer.send(
            batch.get(at).event(),
            failure -> {
              if (failure == null) {
                sending.acknowledge(at);
                if (fault == Fault.ACKNOWLEDGED_SUFFIX_COUNTS) {
                  move(batch.get(at).at(), () -> {});
                }
              } else if (sending.fail(failure)) {
                producer.close();
              }
              settle(sending, then);
            });
      }
    }

    private void settle(Sending sending, Runnable then) {
      if (ended || !sending.isOver()) {
        return;
      }
      Cursor acknowledged = sending.cursor();
      Runnable on = sending.failure() == null ? then : this::end;
      if (acknowledged == null || fault == Fault.SEVERAL_RELAYS) {
        on.run();
      } else {
        move(acknowledged, on);
      }
    }

    private void move(Cursor cursor, Runnable then) {
      database.moveRelayCursor(session, cursor, reply(this::end, moved -> then.run()));
    }

    private void end() {
      if (!ended) {
        ended = true;
        producer.close();
        database.close(session);
        again();
      }
    }
  }

  private static <T> Reply<T> reply(Runnable failed, Consumer<T> done) {
    return new Reply<>() {
      @Override
      public void done(T result) {
        done.accept(result);
      }

      @Override
      public void failed(Throwable failure) {
        failed.run();
      }
    };
  }
}
