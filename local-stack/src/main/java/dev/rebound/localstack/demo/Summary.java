package dev.rebound.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Optional;

/** Prints what a season adds up to, for a terminal. */
final class Summary {

  private static final int WIDTH = 86;

  /** Below this a share says nothing. */
  private static final int ENOUGH = 2;

  private final Api api;
  private final String insights;
  private final PrintStream out;

  Summary(Api api, String insights, PrintStream out) {
    this.api = api;
    this.insights = insights + "/api/v1";
    this.out = out;
  }

  /** Prints it all, once the event is part of it. */
  void print(Optional<String> after) {
    JsonNode weaknesses =
        api.get(insights + "/insights/weaknesses" + after.map(e -> "?after=" + e).orElse(""))
            .body();
    title(
        "What recurs (%d rejections, %d contexts)"
            .formatted(weaknesses.path("rejections").asInt(), weaknesses.path("contexts").asInt()));
    weaknesses.path("weaknesses").forEach(this::weakness);

    title("What was in your hands");
    JsonNode perspective = api.get(insights + "/insights/perspective").body();
    perspective
        .path("byControl")
        .properties()
        .forEach(share ->
            out.printf(
                "  %-16s %d of %d%n",
                words(share.getKey()),
                share.getValue().asInt(),
                perspective.path("rejections").asInt()));

    title("Where applications end");
    JsonNode funnel = api.get(insights + "/insights/funnel").body();
    (funnel.isArray() ? funnel : funnel.path("items"))
        .forEach(stage ->
            out.printf(
                "  %-22s reached %2d, passed %2d, rejected %2d%s%n",
                words(stage.path("stage").asText()),
                stage.path("reached").asInt(),
                stage.path("passed").asInt(),
                stage.path("rejected").asInt(),
                share(stage)));

    title("Growth plan, proposed");
    api.get(insights + "/growth-plan")
        .body()
        .path("goals")
        .forEach(goal -> {
          out.println("  " + words(goal.path("theme").asText()));
          out.println("    " + shortened(goal.path("statement").asText()));
        });

    title("A more specific search");
    JsonNode refinements = api.get(insights + "/search-refinements").body();
    (refinements.isArray() ? refinements : refinements.path("items"))
        .forEach(refinement -> {
          JsonNode backtest = refinement.path("backtest");
          out.printf(
              "  %-16s %-24s would have skipped %d of %d rejections, kept %d of %d interviews%n",
              words(refinement.path("kind").asText()),
              refinement.path("value").asText(),
              backtest.path("rejectionsSkipped").asInt(),
              backtest.path("rejections").asInt(),
              backtest.path("progressedKept").asInt(),
              backtest.path("progressed").asInt());
        });
  }

  private void weakness(JsonNode weakness) {
    out.printf(
        "  %-22s %-10s %s%s%n",
        words(weakness.path("theme").asText()),
        words(weakness.path("status").asText()),
        contexts(weakness.path("contexts").asInt()),
        trend(weakness.path("trend").asText()));
    for (JsonNode evidence : weakness.path("evidence")) {
      String quote = evidence.path("quote").asText("");
      if (!quote.isBlank() && !quote.equals("null")) {
        out.println("      \"" + shortened(quote) + "\"");
        return;
      }
    }
  }

  private static String contexts(int number) {
    return number == 1 ? "in 1 context" : "in " + number + " contexts";
  }

  private static String trend(String trend) {
    return trend.equals("UNKNOWN") ? "" : ", " + words(trend);
  }

  /** The share with its interval, in percent; below two settled applications it is none. */
  private static String share(JsonNode stage) {
    JsonNode rate = stage.path("passRate");
    int settled = stage.path("passed").asInt() + stage.path("rejected").asInt();
    return settled >= ENOUGH && rate.path("value").isNumber()
        ? "   %d %% pass (%d-%d %%)"
            .formatted(percent(rate, "value"), percent(rate, "low"), percent(rate, "high"))
        : "";
  }

  private static long percent(JsonNode rate, String part) {
    return Math.round(rate.path(part).asDouble() * 100);
  }

  private void title(String text) {
    out.printf("%n%s%n", text);
  }

  private static String words(String code) {
    return code.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String shortened(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
  }
}
