package dev.rebound.localstack;

import java.io.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes everything that was kept, after a question. */
@Command(name = "reset")
final class ResetCommand implements Callable<Integer> {
  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Override
  public Integer call() {
    LocalStack stack = Rebound.stack();
    if (stack.anyRunning()) {
      throw new Trouble("Rebound is running. Stop it first: ./rebound down");
    }
    if (!yes && !confirmed()) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    stack.reset();
    System.out.println("Deleted. The next ./rebound up starts empty.");
    return 0;
  }

  private static boolean confirmed() {
    Console console = System.console();
    if (console == null) {
      throw new Trouble(
          "There is no terminal to ask at. To delete all data without a question: ./rebound reset --yes");
    }
    return "yes"
        .equals(
            console.readLine(
                "This deletes all data of this checkout: databases, events, accounts, keys, logs. Type yes to go on: "));
  }
}
