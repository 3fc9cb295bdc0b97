package dev.rebound.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Has one view, or every view of every service, folded anew from the events, as the operator, and
 * follows it to its end. Reads go on meanwhile. Where a rebuild runs already, this follows that
 * one. A view needs its own service alone, all views need all services.
 */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);
  private static final Duration TOKEN_AGE = Duration.ofMinutes(2);
  private static final String WHAT_TO_DO =
      ". See: ./rebound status\nStart everything: ./rebound up --detach";
  private static final List<String> SERVICES = List.of("application", "feedback", "insights");

  @Parameters(arity = "0..1", paramLabel = "VIEW")
  private @Nullable String view;

  private final List<String> away = new ArrayList<>();
  private Instant tokenSince = Instant.MIN;
  private String token = "";

  /** A view where it is. */
  private record Wanted(ViewOperations service, String view) {}

  @Override
  public Integer call() {
    List<Wanted> wanted = wanted(running());
    wanted.forEach(it -> it.service().start(it.view()));
    Thread farewell = new Thread(() -> leave(wanted));
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      boolean all = true;
      for (Wanted each : wanted) {
        all &= follow(each);
      }
      return all ? 0 : 1;
    } finally {
      Runtime.getRuntime().removeShutdownHook(farewell);
    }
  }

  private List<ViewOperations> running() {
    LocalStack stack = Rebound.stack();
    KeycloakClient realm = new KeycloakClient(stack.settings().url("keycloak"));
    List<ViewOperations> running = new ArrayList<>();
    for (String service : SERVICES) {
      Part part = stack.part(service);
      if (part.ready()) {
        running.add(new ViewOperations(service, part.address(), () -> token(realm)));
      } else {
        away.add(
            service
                + (part.process().running().isPresent() ? " does not answer" : " does not run"));
      }
    }
    if (running.isEmpty() || (view == null && !away.isEmpty())) {
      throw new Trouble(String.join(", ", away) + WHAT_TO_DO);
    }
    return running;
  }

  private String token(KeycloakClient realm) {
    if (tokenSince.isBefore(Instant.now().minus(TOKEN_AGE))) {
      token = realm.token("operator");
      tokenSince = Instant.now();
    }
    return token;
  }

  private List<Wanted> wanted(List<ViewOperations> services) {
    List<Wanted> all = new ArrayList<>();
    for (ViewOperations service : services) {
      service.names().forEach(name -> all.add(new Wanted(service, name)));
    }
    if (view == null) {
      return all;
    }
    List<Wanted> named = all.stream().filter(it -> it.view().equals(view)).toList();
    if (named.isEmpty()) {
      throw new Trouble(
          "There is no view called '"
              + view
              + "'. The views are: "
              + String.join(", ", all.stream().map(Wanted::view).toList())
              + (away.isEmpty()
                  ? "."
                  : ". Others may be where " + String.join(", ", away) + WHAT_TO_DO));
    }
    return named;
  }

  private static boolean follow(Wanted wanted) {
    boolean person = System.console() != null && System.console().isTerminal();
    RebuildProgress progress = new RebuildProgress(System.out, person, wanted.view());
    JsonNode status = wanted.service().status(wanted.view());
    while (status.path("status").asText().equals("RUNNING")) {
      progress.show(status);
      Pause.of(LOOK_EVERY);
      status = wanted.service().status(wanted.view());
    }
    return progress.end(wanted.service().service(), status);
  }

  private static void leave(List<Wanted> wanted) {
    System.out.println(
        "\nWhat was started goes on without this. Follow it again: ./rebound rebuild"
            + (wanted.size() == 1 ? " " + wanted.getFirst().view() : ""));
  }
}
