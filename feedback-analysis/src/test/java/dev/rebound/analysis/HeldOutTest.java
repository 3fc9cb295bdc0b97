package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the reader was never taught is read as well as it was. The floors lie a hundredth below what
 * was measured, since another processor rounds otherwise; they are raised when figures rise.
 */
class HeldOutTest {

  @ParameterizedTest
  @CsvSource({
    "hard,         0.97, 0.81, 0.62",
    "long,         0.97, 0.70, 0.74",
    "short,        0.94, 0.82, 0.45",
    "fresh-short,  0.94, 0.82, 0.62",
    "fresh-long,   0.91, 0.75, 0.72",
    "unseen-short, 0.94, 0.82, 0.57",
    "unseen-long,  0.98, 0.67, 0.65"
  })
  void isReadAsWellAsItWas(String file, double specificity, double themes, double praise)
      throws IOException {
    Evaluation evaluation = new Evaluation(file);

    evaluation.measure(
        FeedbackReader.standard(),
        Files.readAllLines(Path.of("data", "held-out", file + ".jsonl")));

    String report = evaluation.report();
    assertThat(figure("specificity  macro", report)).isGreaterThanOrEqualTo(specificity);
    assertThat(figure("themes       micro", report)).isGreaterThanOrEqualTo(themes);
    assertThat(figure("praised      micro", report)).isGreaterThanOrEqualTo(praise);
  }

  private static double figure(String name, String report) {
    Matcher found = Pattern.compile(Pattern.quote(name) + "-F1 (\\d\\.\\d+)").matcher(report);
    assertThat(found.find()).as("%s in%n%s", name, report).isTrue();
    return Double.parseDouble(found.group(1));
  }
}
