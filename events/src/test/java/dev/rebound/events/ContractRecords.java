package dev.rebound.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The records of the contract by reflection: those of the types and all that they hold. */
final class ContractRecords {

  private ContractRecords() {}

  /** Every component of every record that any event can hold. */
  static Stream<RecordComponent> components() {
    Set<Class<?>> records = new LinkedHashSet<>();
    Arrays.stream(EventType.values()).forEach(type -> gather(type.record(), records));
    return records.stream().flatMap(record -> Arrays.stream(record.getRecordComponents()));
  }

  private static void gather(Class<?> record, Set<Class<?>> records) {
    if (records.add(record)) {
      Arrays.stream(record.getRecordComponents())
          .map(ContractRecords::content)
          .filter(Class::isRecord)
          .forEach(held -> gather(held, records));
    }
  }

  static boolean isList(RecordComponent component) {
    return List.class.isAssignableFrom(component.getType());
  }

  /** The type of the component, of a list the type of its elements. */
  static Class<?> content(RecordComponent component) {
    if (!isList(component)) {
      return component.getType();
    }
    Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    return (Class<?>) element;
  }

  /** Such as {@code Salary.currency}. */
  static String name(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }
}
