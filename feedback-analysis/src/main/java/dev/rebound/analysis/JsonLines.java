package dev.rebound.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads texts from lines of JSON, {@code {"id","text"}}, and answers each with a line of what it
 * says. The id is given back as it came. A line that cannot be read is answered with {@code
 * {"line","error"}}.
 */
final class JsonLines {

  /** How many lines are read before any of them is answered; all processors share in them. */
  private static final int TOGETHER = 512;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Function<String, ObjectNode> reading;
  private long number;
  private long unreadable;

  /**
   * Lines that are answered by this reading.
   *
   * @param reading what a text says; safe to share between threads
   */
  JsonLines(Function<String, ObjectNode> reading) {
    this.reading = reading;
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
    ObjectNode answer = JSON.createObjectNode();
    if (line.has("id")) {
      answer.set("id", line.get("id"));
    }
    return answer.setAll(reading.apply(line.path("text").textValue()));
  }
}
