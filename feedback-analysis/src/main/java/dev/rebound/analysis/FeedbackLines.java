package dev.rebound.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads feedback from lines of JSON, {@code {"id","text"}}, and answers each with a line of what it
 * says:
 *
 * <pre>{@code
 * {"id","read","language","specificity":{"level","score","missing":[..]},
 *  "statements":[{"text","start","end","polarity","themes":[..],"control","confidence"}],
 *  "warnings":[{"text","why"}],"questions":[..],"reader"}
 * }</pre>
 *
 * <p>Where {@code read} is false, the text is in a language that is not read: its level and score
 * are null, and nothing is said of it. The language is a BCP 47 tag, {@code und} where unknown. A
 * statement is NEGATIVE where it names a cause or something to work on, advice included. Its themes
 * are causes or strengths: that no cause is given is said by the level GENERIC alone. Control and
 * confidence are those of its surest theme, and null without one; control is what the words say,
 * and else the theme's default. The id is given back as it came, and warnings stand where there are
 * any. A line that cannot be read is answered with {@code {"line","error"}}.
 */
final class FeedbackLines {

  /** How many lines are read before any of them is answered; all processors share in them. */
  private static final int TOGETHER = 512;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final FeedbackReader reader;
  private long number;
  private long unreadable;

  FeedbackLines(FeedbackReader reader) {
    this.reader = reader;
  }

  private record Line(long number, String json) {}

  private record Answered(String json, boolean read) {}

  /**
   * Answers every line, in order; empty ones are passed over.
   *
   * @return how many could not be read
   */
  long answer(BufferedReader in, Appendable out) throws IOException {
    List<Line> lines = new ArrayList<>(TOGETHER);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) {
        lines.add(new Line(number, line));
      }
      if (lines.size() == TOGETHER) {
        answer(lines, out);
      }
    }
    answer(lines, out);
    return unreadable;
  }

  private void answer(List<Line> lines, Appendable out) throws IOException {
    for (Answered answer : lines.parallelStream().map(this::answer).toList()) {
      out.append(answer.json()).append('\n');
      unreadable += answer.read() ? 0 : 1;
    }
    lines.clear();
  }

  private Answered answer(Line line) {
    try {
      JsonNode json = JSON.readTree(line.json());
      if (json.path("text").isTextual()) {
        return new Answered(JSON.writeValueAsString(answer(json)), true);
      }
      return unreadable(line, "not an object with a \"text\"");
    } catch (JsonProcessingException malformed) {
      return unreadable(line, "not JSON");
    }
  }

  private static Answered unreadable(Line line, String why) {
    return new Answered(
        JSON.createObjectNode().put("line", line.number()).put("error", why).toString(), false);
  }

  private ObjectNode answer(JsonNode line) {
    Reading reading = reader.read(line.path("text").textValue());
    ObjectNode answer = JSON.createObjectNode();
    if (line.has("id")) {
      answer.set("id", line.get("id"));
    }
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
      Analyse.questions(reading).forEach(questions::add);
    }
    return answer.put("reader", reader.version());
  }

  private static ObjectNode json(Statement statement) {
    List<ThemeReading> themes =
        statement.themes().stream().filter(it -> it.theme() != Theme.UNSPECIFIED).toList();
    Polarity polarity = statement.namesCause() ? Polarity.NEGATIVE : statement.polarity();
    ObjectNode json = JSON.createObjectNode();
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
}
