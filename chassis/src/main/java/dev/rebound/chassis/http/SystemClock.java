package dev.rebound.chassis.http;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The time of day, which tests may set. */
@ApplicationScoped
public class SystemClock {

  /** The system's clock in UTC. */
  @Produces
  @DefaultBean
  @ApplicationScoped
  public Clock clock() {
    return Clock.systemUTC();
  }
}
