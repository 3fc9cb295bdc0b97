package dev.rebound.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader says of feedback, for programs:
 *
 * <pre>{@code
 * {"read","language","specificity":{"level","score","missing":[..]},
 *  "statements":[{"text","start","end","polarity","themes":[..],"control","confidence"}],
 *  "warnings":[{"text","why"}],"questions":[..],"reader"}
 * }</pre>
 *
 * <p>and on a page for people. Where {@code read} is false, the text is in a language that is not
 * read: its level and score are null, and nothing is said of it. The language is a BCP 47 tag,
 * {@code und} where unknown. A statement is NEGATIVE where it names a cause or something to work
 * on, advice included. Its themes are causes or strengths: that no cause is given is said by the
 * level GENERIC alone. Control and confidence are those of its surest theme, and null without one;
 * control is what the words say, and else the theme's default. Warnings stand where there are any.
 */
final class FeedbackAnswer implements Answer {

  private final FeedbackReader reader;

  FeedbackAnswer(FeedbackReader reader) {
    this.reader = reader;
  }

  @Override
  public ObjectNode json(String text) {
    Reading reading = reader.read(text);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("read", reading.read()).put("language", reading.language().tag());
    Specificity specificity = reading.specificity();
    ObjectNode level = answer.putObject("specificity");
    if (reading.read()) {
      level.put("level", specificity.level().name()).put("score", specificity.score());
    } else {
      level.putNull("level").putNull("score");
    }
    ArrayNode missing = level.putArray("missing");
    specificity.missing().forEach(part -> missing.add(part.name()));
    ArrayNode statements = answer.putArray("statements");
    reading.statements().forEach(statement -> statements.add(json(statement)));
    for (Warning warning : reading.warnings()) {
      answer
          .withArray("warnings")
          .addObject()
          .put("text", warning.text())
          .put("why", warning.why());
    }
    if (specificity.asksForDepth()) {
      ArrayNode questions = answer.putArray("questions");
      questions(reading).forEach(questions::add);
    }
    return answer.put("reader", reader.version());
  }

  private static ObjectNode json(Statement statement) {
    List<ThemeReading> themes =
        statement.themes().stream().filter(it -> it.theme() != Theme.UNSPECIFIED).toList();
    Polarity polarity = statement.namesCause() ? Polarity.NEGATIVE : statement.polarity();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("text", statement.text())
        .put("start", statement.start())
        .put("end", statement.end())
        .put("polarity", polarity.name());
    ArrayNode codes = json.putArray("themes");
    themes.forEach(it -> codes.add(it.theme().name()));
    if (themes.isEmpty()) {
      return json.putNull("control").putNull("confidence");
    }
    ThemeReading surest = themes.getFirst();
    return json.put("control", surest.control().name()).put("confidence", surest.confidence());
  }

  @Override
  public String page(String text) {
    Reading reading = reader.read(text);
    if (!reading.read()) {
      return "not read (%s): only English is read, and what says nothing in German, French and Spanish\n"
          .formatted(reading.language().tag());
    }
    Specificity specificity = reading.specificity();
    StringBuilder page = new StringBuilder();
    page.append(
        String.format(Locale.ROOT, "%s, score %.2f%n", specificity.level(), specificity.score()));
    if (!specificity.missing().isEmpty()) {
      page.append("missing: ").append(listed(specificity.missing())).append('\n');
    }
    page.append('\n');
    for (Statement statement : reading.statements()) {
      page.append(statement(statement));
    }
    for (Warning warning : reading.warnings()) {
      page.append("\n! \"").append(Answer.flat(warning.text())).append("\": ");
      page.append(warning.why()).append('\n');
    }
    if (specificity.asksForDepth()) {
      questions(reading).forEach(question -> page.append("\n? ").append(question));
    }
    return page.append("\n\n(read by ").append(reader.version()).append(")\n").toString();
  }

  /** What a request for depth would ask about a text, as far as the text alone tells. */
  static List<String> questions(Reading reading) {
    List<StageKind> stages =
        reading.statements().stream()
            .flatMap(statement -> Stream.ofNullable(statement.stage()))
            .distinct()
            .toList();
    List<Theme> themes =
        reading.statements().stream()
            .filter(statement -> statement.polarity() != Polarity.POSITIVE)
            .flatMap(statement -> statement.themes().stream())
            .map(ThemeReading::theme)
            .distinct()
            .toList();
    return DepthQuestions.standard().about(reading.specificity().missing(), stages, themes);
  }

  private static String statement(Statement statement) {
    String sign =
        switch (statement.polarity()) {
          case NEGATIVE -> "-";
          case POSITIVE -> "+";
          case NEUTRAL -> " ";
        };
    StringBuilder lines = new StringBuilder();
    lines.append(sign).append(' ').append(Answer.flat(statement.text())).append('\n');
    for (ThemeReading theme : statement.themes()) {
      lines.append(
          String.format(
              Locale.ROOT,
              "    %s (%s, %.2f)%n",
              theme.theme(),
              theme.control(),
              theme.confidence()));
    }
    if (statement.stage() != null) {
      lines.append("    stage ").append(statement.stage()).append('\n');
    }
    return lines.toString();
  }

  private static String listed(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
