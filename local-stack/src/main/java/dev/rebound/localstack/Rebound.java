package dev.rebound.localstack;

import dev.rebound.localstack.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind the launcher script. */
@Command(
    name = "rebound",
    subcommands = {
      UpCommand.class,
      StartCommand.class,
      DownCommand.class,
      StatusCommand.class,
      DemoCommand.class,
      ResetCommand.class
    })
public final class Rebound {
  /**
   * Runs the command and exits with its code: 0 done, 1 not done (the reason is printed), 2 not
   * understood.
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Rebound())
        .setExecutionExceptionHandler((failure, line, _) -> {
          if (failure instanceof Trouble) {
            line.getErr().println(failure.getMessage());
          } else {
            failure.printStackTrace(line.getErr());
          }
          return 1;
        });
  }

  static LocalStack stack() {
    return new LocalStack(Root.find(), new Settings(System.getenv()));
  }
}
