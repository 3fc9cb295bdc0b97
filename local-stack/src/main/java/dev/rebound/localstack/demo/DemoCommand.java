package dev.rebound.localstack.demo;

import dev.rebound.localstack.KeycloakClient;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a season of a new candidate's search and prints what it adds up to. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--keycloak",
      defaultValue = "http://localhost:${env:REBOUND_KEYCLOAK_PORT:-8180}")
  private String keycloak = "";

  @Option(
      names = "--application",
      defaultValue = "http://localhost:${env:REBOUND_APPLICATION_PORT:-8081}")
  private String application = "";

  @Option(
      names = "--feedback",
      defaultValue = "http://localhost:${env:REBOUND_FEEDBACK_PORT:-8082}")
  private String feedback = "";

  @Option(
      names = "--insights",
      defaultValue = "http://localhost:${env:REBOUND_INSIGHTS_PORT:-8083}")
  private String insights = "";

  @Override
  public Integer call() {
    KeycloakClient realm = new KeycloakClient(keycloak);
    KeycloakClient.Candidate candidate = realm.newCandidate();
    Api api = new Api(() -> realm.token(candidate.name()));
    Play play =
        new Play(
            api,
            new Play.Urls(application, feedback, insights),
            UUID.randomUUID().toString().substring(0, 8),
            line -> System.out.println("  " + line));
    System.out.println("A season of one candidate's search:");
    play.all();
    new Summary(api, insights, System.out).print(play.lastEvent());
    System.out.printf(
        "%nSign in as %s (the password is the same) to see it in the browser.%n", candidate.name());
    return 0;
  }
}
