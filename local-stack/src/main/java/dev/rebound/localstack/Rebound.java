package dev.rebound.localstack;

import dev.rebound.localstack.demo.DemoCommand;
import java.util.Map;
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
      RebuildCommand.class,
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

  /** Where everything is; a {@link Trouble} unless all of it runs and answers. */
  public static Settings running() {
    LocalStack stack = stack();
    if (!stack.allReady()) {
      throw new Trouble(
          "Rebound is not running, or not all of it. See: ./rebound status\nStart it: ./rebound up --detach");
    }
    return stack.settings();
  }

  static LocalStack stack() {
    Root root = Root.find();
    return new LocalStack(
        root,
        new Settings(new RunningPorts(root).complete(System.getenv())),
        Map.of(),
        "off".equals(System.getenv("REBOUND_START_CACHE")) ? Start.PLAIN : Start.CACHED);
  }
}
