package dev.rebound.journeys;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;

/**
 * A fenced block of a page in Markdown.
 *
 * @param heading the nearest one above it
 * @param language what its fence says that it is written in; empty where it says nothing
 * @param text its lines, without those of the fence
 */
record FencedBlock(String heading, String language, String text) {

  private static final String FENCE = "```";

  /** All blocks of a page, in reading order. */
  static List<FencedBlock> in(List<String> page) {
    List<FencedBlock> blocks = new ArrayList<>();
    String heading = "";
    Iterator<String> lines = page.iterator();
    while (lines.hasNext()) {
      String line = lines.next().strip();
      if (line.startsWith(FENCE)) {
        String language = line.substring(FENCE.length()).strip();
        blocks.add(new FencedBlock(heading, language, upToFence(lines)));
      } else if (line.startsWith("#")) {
        heading = line.replaceFirst("^#+ *", "");
      }
    }
    return blocks;
  }

  private static String upToFence(Iterator<String> lines) {
    StringJoiner text = new StringJoiner("\n");
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.strip().equals(FENCE)) {
        return text.toString();
      }
      text.add(line);
    }
    throw new IllegalArgumentException("A block has no end:\n" + text);
  }
}
