package dev.rebound.insights;

import static io.restassured.RestAssured.given;

import java.util.List;

/** What the service tells at {@code /q/metrics} now. */
record Figures(List<String> lines) {

  /** Asks. */
  static Figures now() {
    String text =
        given().accept("text/plain").get("/q/metrics").then().statusCode(200).extract().asString();
    return new Figures(text.lines().filter(line -> !line.startsWith("#")).toList());
  }

  /** The sum of the lines that begin like this. */
  double sum(String beginning) {
    return lines.stream()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
