package dev.rebound.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows how a rebuild goes: in place where a person looks at it, else a line for each tenth, so
 * that it reads well in a log too.
 */
final class RebuildProgress {
  private static final int WIDTH = 30;
  private static final int TENTHS = 10;

  private final PrintStream out;
  private final boolean inPlace;
  private final String view;
  private int tenth = -1;

  /** The progress of one view. */
  RebuildProgress(PrintStream out, boolean inPlace, String view) {
    this.out = out;
    this.inPlace = inPlace;
    this.view = view;
  }

  /** Shows where it is now. */
  void show(JsonNode status) {
    double share = share(status);
    String line =
        String.format(
            Locale.ROOT,
            "%-20s [%s] %3d %%  %d events%s",
            view,
            "#".repeat((int) (share * WIDTH)) + ".".repeat(WIDTH - (int) (share * WIDTH)),
            (int) (share * 100),
            status.path("events").asLong(),
            status.hasNonNull("switchedAt") ? ", live; comparing with the former rows" : "");
    if (inPlace) {
      // To the end of the line, which may have been longer.
      out.print("\r" + line + "\u001b[K");
      out.flush();
    } else if ((int) (share * TENTHS) > tenth) {
      tenth = (int) (share * TENTHS);
      out.println(line);
    }
  }

  /** Shows what came of it; answers whether the new rows are live. */
  boolean end(String service, JsonNode status) {
    if (inPlace) {
      out.print("\r\u001b[K");
    }
    say(told(service, status));
    status.path("rereadings").forEach(again -> say(reread(again)));
    return status.path("status").asText().equals("DONE");
  }

  private void say(String what) {
    out.println(String.format(Locale.ROOT, "%-20s %s", view, what));
  }

  /** What another version of the reader made of texts, in numbers. */
  private static String reread(JsonNode again) {
    long texts = again.path("texts").asLong();
    return "%d %s read again (reader %s -> %s): %s, %s, %s"
        .formatted(
            texts,
            texts == 1 ? "text" : "texts",
            again.path("from").asText(),
            again.path("to").asText(),
            number(again.path("specificNow"), "is", "are") + " specific now that named no cause",
            number(again.path("genericNow"), "is", "are") + " generic now that named one",
            number(again.path("otherThemes"), "has", "have") + " other themes");
  }

  private static String number(JsonNode count, String one, String many) {
    return count.asLong() + " " + (count.asLong() == 1 ? one : many);
  }

  private static String told(String service, JsonNode status) {
    long events = status.path("events").asLong();
    return switch (status.path("status").asText()) {
      case "DONE" -> {
        long differing = status.path("differing").asLong();
        yield "rebuilt of "
            + events
            + " events; "
            + (differing == 0
                ? "every row is as it was"
                : differing + " rows are not as they were");
      }
      case "FAILED" ->
          status.hasNonNull("switchedAt")
              ? "the new rows are live, but could not be compared with the former ones. See: ./rebound logs "
                  + service
              : "failed after "
                  + events
                  + " events; the former rows are still live. See: ./rebound logs "
                  + service;
      default -> service + " was started again meanwhile. See: ./rebound status";
    };
  }

  private static double share(JsonNode status) {
    double total = status.path("total").asDouble();
    return total <= 0 ? 0 : Math.clamp(status.path("events").asLong() / total, 0, 1);
  }
}
