package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.Set;

/** Says what Bean Validation found where it could not be asked on the way in. */
final class Violations {

  private Violations() {}

  /** Fails with 400 and all of them, where there are any. */
  static <T> void none(Set<ConstraintViolation<T>> found) {
    if (!found.isEmpty()) {
      throw Problems.invalid(
          found.stream()
              .sorted(Comparator.comparing(it -> it.getPropertyPath().toString()))
              .map(it ->
                  Violation.In.body.field(it.getPropertyPath().toString()).message(it.getMessage()))
              .toList());
    }
  }
}
