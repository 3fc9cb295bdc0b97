package dev.rebound.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Cuts labelled feedback into clauses, as the reader does, for the making of the model: each line
 * comes out as it was, with {@code "clauses": [[start, end], ..]} in characters of its text.
 */
public final class Examples {

  private Examples() {}

  /**
   * Prints the lines of these files.
   *
   * @param files of labelled feedback, see {@code data/README.md}
   * @throws IOException if a file cannot be read, or a line is no JSON
   */
  public static void main(String[] files) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    ObjectMapper json = new ObjectMapper();
    for (String file : files) {
      for (String line : Files.readAllLines(Path.of(file))) {
        ObjectNode message = json.readValue(line, ObjectNode.class);
        ArrayNode clauses = message.putArray("clauses");
        for (List<Token> clause : Clauses.of(Tokens.of(message.path("text").asText()))) {
          clauses.addArray().add(clause.getFirst().start()).add(clause.getLast().end());
        }
        out.println(json.writeValueAsString(message));
      }
    }
    out.flush();
  }
}
