package dev.rebound.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the summary makes of answers in the shape that the API promises. */
class SummaryTest {

  private static final Map<String, String> ANSWERS =
      Map.of(
          "/api/v1/insights/weaknesses",
          """
          {"rejections":9,"contexts":12,"weaknesses":[
            {"theme":"ANSWER_STRUCTURE","status":"RECURRING","contexts":5,"trend":"RISING",
             "evidence":[{"quote":null},{"quote":"The answers jumped between topics."}]},
            {"theme":"PREPARATION","status":"SINGLE","contexts":1,"trend":"UNKNOWN","evidence":[]}]}\
          """,
          "/api/v1/insights/perspective",
          """
          {"rejections":9,"byControl":{"CONTROLLABLE":4,"OUT_OF_CONTROL":5}}\
          """,
          "/api/v1/insights/funnel",
          """
          [{"stage":"RECRUITER_SCREEN","reached":11,"passed":8,"rejected":2,
            "passRate":{"value":0.727,"low":0.434,"high":0.903}},
           {"stage":"ASSESSMENT","reached":1,"passed":0,"rejected":1,
            "passRate":{"value":0.0,"low":0.0,"high":0.793}}]\
          """,
          "/api/v1/growth-plan",
          """
          {"goals":[{"theme":"ANSWER_STRUCTURE","statement":"Tell two incidents from start to result"}]}\
          """,
          "/api/v1/search-refinements",
          """
          [{"kind":"LANGUAGE","value":"German","backtest":{"rejections":9,"rejectionsSkipped":2,
            "progressed":3,"progressedKept":3}}]\
          """);

  @SuppressWarnings("NullAway.Init")
  private HttpServer insights;

  @BeforeEach
  void answer() throws Exception {
    insights = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ANSWERS.forEach((path, body) ->
        insights.createContext(
            path,
            exchange -> {
              byte[] bytes = body.getBytes(UTF_8);
              exchange.sendResponseHeaders(200, bytes.length);
              exchange.getResponseBody().write(bytes);
              exchange.close();
            }));
    insights.start();
  }

  @AfterEach
  void stop() {
    insights.stop(0);
  }

  @Test
  void everyFigureSaysOverHowManyItIs() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String url = "http://localhost:" + insights.getAddress().getPort();

    new Summary(new Api(() -> ""), url, new PrintStream(printed, true, UTF_8))
        .print(Optional.empty());

    assertThat(printed.toString(UTF_8))
        .contains("What recurs (9 rejections, 12 contexts)")
        .contains("answer structure       recurring  in 5 contexts, rising")
        .contains("\"The answers jumped between topics.\"")
        .contains("preparation            single     in 1 context\n")
        .contains("out of control   5 of 9")
        .contains("reached 11, passed  8, rejected  2   73 % pass (43-90 %)")
        .contains("reached  1, passed  0, rejected  1\n")
        .contains("Tell two incidents from start to result")
        .contains("would have skipped 2 of 9 rejections, kept 3 of 3 interviews");
  }
}
