package dev.rebound.insights.search.export;

import dev.rebound.events.Salary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what a target cannot express. */
final class Lost {

  private final List<String> sentences = new ArrayList<>();

  /** Values that have no place in the target, if there are any. */
  Lost values(String what, Collection<?> values) {
    if (!values.isEmpty()) {
      sentences.add(
          what
              + " cannot be said here: "
              + values.stream().map(Lost::words).collect(Collectors.joining(", "))
              + ".");
    }
    return this;
  }

  /** A value that has no place in the target, if there is one. */
  Lost value(String what, @Nullable Object value) {
    return value == null ? this : values(what, List.of(value));
  }

  /** Anything else, where it applies. */
  Lost note(boolean applies, String sentence) {
    if (applies) {
      sentences.add(sentence);
    }
    return this;
  }

  /** Pay, where the target has no place for it. */
  Lost pay(@Nullable Salary salary) {
    return note(salary != null && salary.min() != null, "The least pay cannot be said here.")
        .mostPay(salary);
  }

  /** The most pay, where the target has only a place for the least. */
  Lost mostPay(@Nullable Salary salary) {
    return note(salary != null && salary.max() != null, "The most pay cannot be said here.");
  }

  /** Remote work of another place, where the target keeps to the place. */
  Lost remoteElsewhere(boolean applies) {
    return note(applies, "Remote work is only found here where it names the place as well.");
  }

  /** Preferred words rule nothing out, so beside titles no query has a place for them. */
  Lost preferences(Wanted wanted) {
    return wanted.titles().isEmpty()
        ? note(
            wanted.preferred().size() > 0,
            "Without titles, postings must have one of the words you prefer.")
        : values("Words you prefer", wanted.preferred());
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  private static String words(Object value) {
    return value instanceof Enum<?> code
        ? code.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : value.toString();
  }
}
