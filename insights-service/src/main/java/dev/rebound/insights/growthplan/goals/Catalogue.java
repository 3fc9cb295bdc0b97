package dev.rebound.insights.growthplan.goals;

import dev.rebound.events.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The advice that is kept for each theme, in {@code growthplan/catalogue.txt}. Themes that nothing
 * can be done about have none.
 */
public final class Catalogue {

  private static final String FILE = "/growthplan/catalogue.txt";
  private static final Catalogue CURRENT = read();

  private final Map<Theme, Advice> byTheme;

  private Catalogue(Map<Theme, Advice> byTheme) {
    this.byTheme = byTheme;
  }

  /** The catalogue that comes with this version. */
  public static Catalogue current() {
    return CURRENT;
  }

  /** What can be done about a theme; empty where nothing can. */
  public Optional<Advice> of(Theme theme) {
    return Optional.ofNullable(byTheme.get(theme));
  }

  private static Catalogue read() {
    try (InputStream file =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE), FILE)) {
      Map<Theme, Advice> byTheme = new EnumMap<>(Theme.class);
      List<String> lines =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("= ")) {
          byTheme.put(
              Theme.valueOf(lines.get(i).substring(2)), advice(lines.subList(i + 1, lines.size())));
        }
      }
      return new Catalogue(byTheme);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Advice advice(List<String> lines) {
    String aim = "";
    List<String> look = new ArrayList<>();
    List<String> act = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("= ")) {
        break;
      }
      int colon = line.indexOf(": ");
      String text = line.substring(colon + 2);
      switch (line.substring(0, colon)) {
        case "aim" -> aim = text;
        case "look" -> look.add(text);
        case "do" -> act.add(text);
        default -> throw new IllegalStateException("cannot read the catalogue at: " + line);
      }
    }
    return new Advice(aim, look, act);
  }
}
