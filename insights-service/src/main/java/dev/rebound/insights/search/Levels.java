package dev.rebound.insights.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A choice among codes as a refinement's value writes it: {@code HYBRID, REMOTE}, {@code not
 * CONTRACT}, {@code at most MID}, {@code at least SENIOR}.
 *
 * @param codes the codes it names
 */
record Levels<E extends Enum<E>>(Class<E> type, Form form, Set<E> codes) {

  enum Form {
    ONLY(""),
    NOT("not "),
    AT_MOST("at most "),
    AT_LEAST("at least ");

    private final String words;

    Form(String words) {
      this.words = words;
    }
  }

  private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*");

  /** Reads it; empty where it names no code or is written otherwise. */
  static <E extends Enum<E>> Optional<Levels<E>> of(Class<E> type, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Form form = Form.ONLY;
    for (Form other : Form.values()) {
      form = lower.startsWith(other.words) ? other : form;
    }
    EnumSet<E> codes = EnumSet.noneOf(type);
    for (String name : BETWEEN.split(text.substring(form.words.length()).strip(), -1)) {
      @Nullable E code = code(type, name);
      if (code == null) {
        return Optional.empty();
      }
      codes.add(code);
    }
    Levels<E> levels = new Levels<>(type, form, codes);
    boolean one = form == Form.ONLY || form == Form.NOT || codes.size() == 1;
    return one && !levels.among(null).isEmpty() ? Optional.of(levels) : Optional.empty();
  }

  /** Whether it does not depend on an order of the codes. */
  boolean unranked() {
    return form == Form.ONLY || form == Form.NOT;
  }

  /**
   * What is left to look for.
   *
   * @param wanted what was looked for so far; empty for everything
   */
  List<E> among(@Nullable List<E> wanted) {
    List<E> so = wanted == null ? List.of() : wanted;
    EnumSet<E> allowed = EnumSet.allOf(type);
    allowed.removeIf(code -> !allows(code));
    List<E> rest = so.stream().filter(allowed::contains).toList();
    return rest.isEmpty() ? List.copyOf(allowed) : rest;
  }

  private boolean allows(E code) {
    return switch (form) {
      case ONLY -> codes.contains(code);
      case NOT -> !codes.contains(code);
      case AT_MOST -> codes.stream().allMatch(most -> code.compareTo(most) <= 0);
      case AT_LEAST -> codes.stream().allMatch(least -> code.compareTo(least) >= 0);
    };
  }

  private static <E extends Enum<E>> @Nullable E code(Class<E> type, String name) {
    for (E code : type.getEnumConstants()) {
      if (code.name().equalsIgnoreCase(name.replace(' ', '_'))) {
        return code;
      }
    }
    return null;
  }
}
