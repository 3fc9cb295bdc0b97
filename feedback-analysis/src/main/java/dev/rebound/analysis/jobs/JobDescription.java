package dev.rebound.analysis.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the text of a job posting into its components. */
public final class JobDescription {

  /** How many components a description is split into at most. */
  public static final int MOST = 150;

  /** How many lines are read; more, in a text of the length that is taken, are no words. */
  private static final int MOST_LINES = 2_000;

  private static final int FEW = 3;
  private static final int FEWEST_WORDS = 3;

  /** An item of a list; its only group is what it says. */
  static final Pattern BULLET =
      Pattern.compile("^(?:[-*+•·–—]|o(?= )|\\(?\\d{1,2}[.)]|[a-z][.)])\\s+(.*)$");

  private static final Pattern FOLLOWING =
      Pattern.compile("\\bthe following(?: \\p{L}+){1,4}\\.$", Pattern.CASE_INSENSITIVE);

  private final List<Found> found = new ArrayList<>();
  private Optional<ComponentKind> section = Optional.empty();
  private String open = "";
  private boolean openIsItem;

  private JobDescription() {}

  /**
   * The components of a description, in the order in which they stand, each once.
   *
   * @param text as it was pasted; a blank one has none
   * @return at least three wherever the text has three sentences or items
   */
  public static List<Component> components(String text) {
    JobDescription reading = new JobDescription();
    List<String> lines = PlainText.lines(text).limit(MOST_LINES).toList();
    for (int i = 0; i < lines.size(); i++) {
      reading.line(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : "");
    }
    reading.close();
    return reading.components();
  }

  private void line(String line, String next) {
    if (line.isEmpty()) {
      close();
      return;
    }
    Matcher bullet = BULLET.matcher(line);
    if (line.startsWith(Headings.MARK)) {
      close();
      heading(line.substring(Headings.MARK.length()));
    } else if (bullet.matches()) {
      close();
      open(bullet.group(1), true);
    } else if (continues(line)) {
      open = open + " " + line;
    } else if (Headings.isHeading(line) || BULLET.matcher(next).matches() && Headings.leads(line)) {
      close();
      heading(line);
    } else {
      close();
      open(line, false);
    }
  }

  /** A line that begins in lower case goes on where the one before it was wrapped. */
  private boolean continues(String line) {
    return !open.isEmpty()
        && Character.isLowerCase(line.charAt(0))
        && ".!?:;".indexOf(open.charAt(open.length() - 1)) < 0;
  }

  private void heading(String text) {
    section = Headings.kindOf(text);
  }

  private void open(String text, boolean item) {
    open = text;
    openIsItem = item;
  }

  private void close() {
    String text = open;
    open = "";
    if (text.isBlank()) {
      return;
    }
    for (String sentence : Sentences.of(text)) {
      if (sentence.endsWith(":") || FOLLOWING.matcher(sentence).find()) {
        // 'In this role you will:' leads into what follows and is no component itself.
        section = Headings.kindOf(sentence).or(() -> section);
      } else {
        found.add(new Found(kindOf(sentence), sentence, openIsItem));
      }
    }
  }

  /**
   * In a list the heading decides; in running text the words do, where they tell. What the employer
   * says of itself or of applying is about neither the job nor its holder, whatever the heading.
   */
  private ComponentKind kindOf(String sentence) {
    Optional<ComponentKind> worded = Wording.kindOf(sentence);
    if (Wording.isAboutApplying(sentence)
        || !openIsItem && worded.isEmpty() && Wording.isAboutTheEmployer(sentence)) {
      return ComponentKind.OTHER;
    }
    return (openIsItem ? section.or(() -> worded) : worded.or(() -> section))
        .orElse(ComponentKind.OTHER);
  }

  private List<Component> components() {
    Map<String, Component> all = new LinkedHashMap<>();
    Map<String, Component> telling = new LinkedHashMap<>();
    for (Found each : found) {
      if (each.text.codePoints().filter(Character::isLetter).count() > 1) {
        Component component = Component.of(each.kind, shortened(each.text));
        all.putIfAbsent(component.id(), component);
        if (each.isTelling()) {
          telling.putIfAbsent(component.id(), component);
        }
      }
    }
    Map<String, Component> kept = telling.size() < FEW ? all : telling;
    return kept.values().stream().limit(MOST).toList();
  }

  private static String shortened(String text) {
    if (text.length() <= Component.LONGEST) {
      return text;
    }
    int space = text.lastIndexOf(' ', Component.LONGEST - 1);
    return text.substring(0, space > 0 ? space : Component.LONGEST - 2) + "…";
  }

  /** A component on its way, before doubles and small talk are taken out. */
  private record Found(ComponentKind kind, String text, boolean item) {
    boolean isTelling() {
      return item || text.split("\\s+").length >= FEWEST_WORDS;
    }
  }
}
