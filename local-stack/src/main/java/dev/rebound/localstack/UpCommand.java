package dev.rebound.localstack;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts what is missing. In the foreground it then watches, and stops everything when it is
 * interrupted; interrupted or failing before that, it stops only what it has started itself.
 */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;

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
    List<Part> missing =
        stack.parts().stream().filter(it -> it.process().running().isEmpty()).toList();
    AtomicBoolean up = new AtomicBoolean();
    AtomicBoolean ending = new AtomicBoolean();
    Thread stop =
        new Thread(
            () -> {
              ending.set(true);
              Progress progress = new Progress(System.out);
              if (up.get() || missing.size() == stack.parts().size()) {
                stack.stop(progress);
              } else {
                stack.stop(missing, progress);
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      stack.start(stack.parts(), new Progress(System.out));
      up.set(true);
      new Welcome(stack).print(System.out);
      System.out.println("Ctrl-C stops everything; nothing is lost.");
      return watch(stack, ending);
    } catch (Trouble trouble) {
      if (ending.get()) {
        // What is stopped while it starts looks as if it died; that is no news to whoever did it.
        return INTERRUPTED;
      }
      throw trouble;
    }
  }

  /** Says it when a part dies; the others go on. Ends when nothing runs any more. */
  private static int watch(LocalStack stack, AtomicBoolean ending) {
    Set<String> told = new HashSet<>();
    while (true) {
      Pause.of(Duration.ofSeconds(1));
      for (Part part : stack.parts()) {
        if (part.process().running().isPresent()) {
          told.remove(part.name());
        } else if (!ending.get() && told.add(part.name())) {
          System.out.println(gone(part));
        }
      }
      if (told.size() == stack.parts().size()) {
        return 0;
      }
    }
  }

  private static String gone(Part part) {
    String start = "Start it again: ./rebound start " + part.name();
    return part.process().died()
        ? "%s has died. %s%nThe last lines of %s:%n%s"
            .formatted(part.name(), start, part.process().log(), part.process().lastLines(10))
        : part.name() + " was stopped. " + start;
  }
}
