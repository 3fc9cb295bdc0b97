package dev.rebound.localstack;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts what is missing. In the foreground it then watches, and stops everything when it is
 * interrupted.
 */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
  @Option(names = {"-d", "--detach"})
  private boolean detach;

  @Override
  public Integer call() {
    LocalStack stack = Rebound.stack();
    if (stack.allReady()) {
      if (detach) {
        System.out.println("Rebound is already running.");
        return 0;
      }
      throw new Trouble(
          "Rebound is already running. See it with ./rebound status, stop it with ./rebound down.");
    }
    if (detach) {
      stack.start(stack.parts(), new Progress(System.out));
      new Welcome(stack).print(System.out);
      return 0;
    }
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stack.stop(new Progress(System.out)), "stop"));
    stack.start(stack.parts(), new Progress(System.out));
    new Welcome(stack).print(System.out);
    System.out.println("Ctrl-C stops everything; nothing is lost.");
    return watch(stack);
  }

  /** Says it when a part dies; the others go on. Ends only with the process. */
  private static int watch(LocalStack stack) {
    Set<String> told = new HashSet<>();
    while (true) {
      Pause.of(Duration.ofSeconds(1));
      for (Part part : stack.parts()) {
        if (part.process().running().isPresent()) {
          told.remove(part.name());
        } else if (told.add(part.name())) {
          System.out.printf(
              "%s has stopped. Start it again: ./rebound start %s%nThe last lines of %s:%n%s%n",
              part.name(), part.name(), part.process().log(), part.process().lastLines(10));
        }
      }
      if (told.size() == stack.parts().size()) {
        return 0;
      }
    }
  }
}
