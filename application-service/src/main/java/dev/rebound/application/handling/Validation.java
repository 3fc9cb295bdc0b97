package dev.rebound.application.handling;

import dev.rebound.chassis.http.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Checks what Bean Validation cannot be asked to check on its way in. */
@ApplicationScoped
public class Validation {

  private final Validator validator;

  /** Wired by the container. */
  @Inject
  public Validation(Validator validator) {
    this.validator = validator;
  }

  /** The same request; a problem with every violation where it does not hold. */
  <T> T valid(T request, Class<?>... groups) {
    Set<ConstraintViolation<T>> violations = validator.validate(request, groups);
    if (violations.isEmpty()) {
      return request;
    }
    List<Violation> named =
        violations.stream()
            .sorted(Comparator.comparing(it -> it.getPropertyPath().toString()))
            .map(it ->
                Violation.In.body.field(it.getPropertyPath().toString()).message(it.getMessage()))
            .toList();
    throw Problems.invalid(named);
  }
}
