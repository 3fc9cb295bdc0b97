package dev.rebound.application.handling;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that can belong to somebody's job search: from 1970 to two years from now. */
@Documented
@Constraint(validatedBy = Plausible.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Plausible {

  /** What is said where it does not hold. */
  String message() default "must be a day between 1970 and two years from now";

  /** Asked for by Bean Validation, not used here. */
  Class<?>[] groups() default {};

  /** Asked for by Bean Validation, not used here. */
  Class<? extends Payload>[] payload() default {};

  /** Tells a plausible day from a slip of the finger. */
  final class Check implements ConstraintValidator<Plausible, LocalDate> {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final int YEARS_AHEAD = 2;

    @Override
    public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
      return day == null
          || !day.isBefore(EARLIEST)
              && !day.isAfter(
                  LocalDate.now(context.getClockProvider().getClock()).plusYears(YEARS_AHEAD));
    }
  }
}
