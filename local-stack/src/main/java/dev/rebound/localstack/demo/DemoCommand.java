package dev.rebound.localstack.demo;

import dev.rebound.localstack.KeycloakClient;
import dev.rebound.localstack.Rebound;
import dev.rebound.localstack.Settings;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a season of a new candidate's search and prints what it adds up to. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

  @Option(names = "--open", description = "show it in the browser instead of here")
  private boolean open;

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
    String address = settings.url("web") + "/insights";
    if (!open) {
      new Summary(api, insights, System.out).print(play.lastEvent());
    }
    System.out.printf(
        "%nSee it in the browser: %s, user name and password %s%n", address, candidate.name());
    if (open && !Desktop.show(address)) {
      System.out.println(
          "There is no desktop here to open it on; the address can be opened by hand.");
    }
    return 0;
  }
}
