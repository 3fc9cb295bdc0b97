package dev.rebound.deploy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints the manifests of the chart: {@code --values production}, {@code --set name=value}. */
public final class PrintChart {
  private static final String USAGE =
      "Usage: ./rebound chart --values production|local|FILE [--set NAME=VALUE ..]";

  private PrintChart() {}

  /** Prints to standard output; exit code 2 for a wrong call, 1 where Helm refuses. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    String values = "";
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String word = arguments[i + 1];
      int equals = word.indexOf('=');
      if (arguments[i].equals("--values")) {
        values = word;
      } else if (arguments[i].equals("--set") && equals > 0) {
        settings.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        return fail(2, USAGE);
      }
    }
    if (values.isEmpty() || arguments.length % 2 != 0) {
      return fail(2, USAGE);
    }
    try {
      Chart chart = Chart.in(Path.of(System.getProperty("rebound.root", ".")));
      System.out.print(chart.render(chart.values(values), settings));
      return 0;
    } catch (IllegalArgumentException unknown) {
      return fail(2, unknown.getMessage() + "\n" + USAGE);
    } catch (IllegalStateException refused) {
      return fail(1, "Helm refuses: " + refused.getMessage());
    }
  }

  private static int fail(int code, String text) {
    System.err.println(text);
    return code;
  }
}
