package dev.rebound.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson which components of the contract's records must be there: all that are neither
 * {@link Nullable} nor a list. Left to itself, Jackson would hand the record a null instead.
 *
 * <p>Jackson asks once a record class and keeps the answer, so reading pays nothing for it.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  /** Whether every value of the record has this component; an empty list is simply left out. */
  static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !List.class.isAssignableFrom(component.getType());
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    return component(member).map(RequiredComponents::isRequired).orElse(null);
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    return annotated instanceof AnnotatedMember member
            && component(member).filter(RequiredComponents::isRequired).isPresent()
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : JsonSetter.Value.empty();
  }

  private static Optional<RecordComponent> component(AnnotatedMember member) {
    Class<?> declaring = member.getDeclaringClass();
    if (!declaring.isRecord() || declaring.getPackage() != ReboundEvent.class.getPackage()) {
      return Optional.empty();
    }
    RecordComponent[] components = declaring.getRecordComponents();
    if (member instanceof AnnotatedParameter parameter) {
      // The contract's records have no constructor but the canonical one.
      return Optional.of(components[parameter.getIndex()]);
    }
    return Arrays.stream(components).filter(c -> c.getName().equals(member.getName())).findFirst();
  }
}
