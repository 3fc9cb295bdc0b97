package dev.rebound.web.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the services are. */
@ApplicationScoped
class Origins {

  private final URI application;
  private final URI feedback;
  private final URI insights;

  Origins(
      @ConfigProperty(name = "rebound.application-url") URI application,
      @ConfigProperty(name = "rebound.feedback-url") URI feedback,
      @ConfigProperty(name = "rebound.insights-url") URI insights) {
    this.application = application;
    this.feedback = feedback;
    this.insights = insights;
  }

  URI of(Service service) {
    return switch (service) {
      case APPLICATION -> application;
      case FEEDBACK -> feedback;
      case INSIGHTS -> insights;
    };
  }
}
