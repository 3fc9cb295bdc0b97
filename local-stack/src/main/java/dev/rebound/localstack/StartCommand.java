package dev.rebound.localstack;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts one part and leaves it running. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SERVICE")
  private String name = "";

  @Override
  public Integer call() {
    LocalStack stack = Rebound.stack();
    stack.start(List.of(stack.part(name)), new Progress(System.out));
    return 0;
  }
}
