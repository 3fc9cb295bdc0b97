package dev.rebound.localstack.demo;

import dev.rebound.localstack.KeycloakClient;
import dev.rebound.localstack.Rebound;
import dev.rebound.localstack.Settings;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Plays a season of a new candidate's search and prints what it adds up to. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Settings settings = Rebound.running();
    KeycloakClient realm = new KeycloakClient(settings.url("keycloak"));
    KeycloakClient.Candidate candidate = realm.newCandidate();
    Api api = new Api(() -> realm.token(candidate.name()));
    String insights = settings.url("insights");
    Play play =
        new Play(
            api,
            new Play.Urls(settings.url("application"), settings.url("feedback"), insights),
            UUID.randomUUID().toString().substring(0, 8),
            line -> System.out.println("  " + line));
    System.out.println("A season of one candidate's search:");
    play.all();
    new Summary(api, insights, System.out).print(play.lastEvent());
    System.out.printf(
        "%nSee it in the browser: %s, user name and password %s%n",
        settings.url("web"), candidate.name());
    return 0;
  }
}
