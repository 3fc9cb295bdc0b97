package dev.rebound.localstack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops everything, or one part. */
@Command(name = "down", aliases = "stop")
final class DownCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SERVICE", arity = "0..1")
  private String name = "";

  @Override
  public Integer call() {
    LocalStack stack = Rebound.stack();
    if (name.isEmpty()) {
      boolean running = stack.anyRunning();
      stack.stop(new Progress(System.out));
      System.out.println(
          running ? "Rebound is stopped. Its data is kept." : "Rebound was not running.");
    } else {
      stack.part(name).stop();
    }
    return 0;
  }
}
