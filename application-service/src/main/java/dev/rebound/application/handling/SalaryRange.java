package dev.rebound.application.handling;

import dev.rebound.application.handling.JobApplicationRequests.SalaryRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A salary names an amount, and its upper bound is not below its lower one. */
@Documented
@Constraint(validatedBy = SalaryRange.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SalaryRange {

  /** What is said where it does not hold. */
  String message() default "must name min or max, and max must not be below min";

  /** Asked for by Bean Validation, not used here. */
  Class<?>[] groups() default {};

  /** Asked for by Bean Validation, not used here. */
  Class<? extends Payload>[] payload() default {};

  /** Compares the two bounds. */
  final class Check implements ConstraintValidator<SalaryRange, SalaryRequest> {
    @Override
    public boolean isValid(@Nullable SalaryRequest salary, ConstraintValidatorContext context) {
      if (salary == null) {
        return true;
      }
      BigDecimal min = salary.min();
      BigDecimal max = salary.max();
      return min == null ? max != null : max == null || max.compareTo(min) >= 0;
    }
  }
}
