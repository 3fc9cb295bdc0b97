package dev.rebound.localstack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A table of the parts; the exit code is 0 when all of them are up. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    boolean all = true;
    System.out.printf("%-12s %-9s %8s %8s  %s%n", "part", "state", "process", "memory", "address");
    for (Part part : Rebound.stack().parts()) {
      BackgroundProcess process = part.process();
      String state = state(part);
      all &= state.equals("up");
      System.out.printf(
          "%-12s %-9s %8s %8s  %s%n",
          part.name(),
          state,
          process.running().map(it -> Long.toString(it.pid())).orElse("-"),
          process.residentMegabytes().map(it -> it + " MB").orElse("-"),
          part.address());
    }
    return all ? 0 : 1;
  }

  static String state(Part part) {
    if (part.process().running().isPresent()) {
      return part.ready() ? "up" : "not ready";
    }
    return part.process().died() ? "died" : "down";
  }
}
