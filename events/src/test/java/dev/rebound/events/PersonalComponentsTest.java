package dev.rebound.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written down of a person is sealed: no text is in clear unless it is named here. */
class PersonalComponentsTest {

  /** The texts in clear. Each is a code or an id of a system, and none can hold what one types. */
  private static final Set<String> CODES =
      Set.of(
          "ApplicationRejected.board",
          "ApplicationSubmitted.board",
          "ConsentChanged.board",
          "FeedbackRequested.board",
          "FeedbackSpecificity.reader",
          "RejectionReason.id",
          "RejectionReason.provider",
          "Salary.currency");

  @Test
  void everyTextIsPersonalOrAKnownCode() {
    List<String> inClear =
        ContractRecords.components()
            .filter(component -> CharSequence.class.isAssignableFrom(content(component)))
            .filter(component -> !component.isAnnotationPresent(Personal.class))
            .map(ContractRecords::name)
            .toList();

    assertThat(inClear).containsExactlyInAnyOrderElementsOf(CODES);
  }

  @Test
  void nothingButWordsIsPersonal() {
    assertThat(personal()).allSatisfy(c -> assertThat(content(c)).isEqualTo(String.class));
  }

  @Test
  void whatIsPersonalMayBeGone() {
    assertThat(personal())
        .allSatisfy(component ->
            assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .as(ContractRecords.name(component))
                .isTrue());
  }

  @Test
  void aRecruitersWordsStandBesideTheRecruitersId() {
    assertThat(personal().stream().filter(c -> subject(c) == Personal.Subject.RECRUITER))
        .isNotEmpty()
        .allSatisfy(component ->
            assertThat(Arrays.stream(component.getDeclaringRecord().getRecordComponents()))
                .anyMatch(beside ->
                    beside.getName().equals("recruiterId") && beside.getType() == UUID.class));
  }

  /** A type that this rule does not know, a map or an object, could hide a text from it. */
  @Test
  void componentsAreOfTheKindsThatAreSeenThrough() {
    assertThat(ContractRecords.components())
        .allSatisfy(component ->
            assertThat(
                    content(component).isRecord()
                        || content(component).isEnum()
                        || SchemaGenerator.SCALARS.containsKey(content(component)))
                .as(ContractRecords.name(component))
                .isTrue());
  }

  private static List<RecordComponent> personal() {
    return ContractRecords.components()
        .filter(component -> component.isAnnotationPresent(Personal.class))
        .toList();
  }

  private static Class<?> content(RecordComponent component) {
    return ContractRecords.content(component);
  }

  private static Personal.Subject subject(RecordComponent component) {
    return component.getAnnotation(Personal.class).of();
  }
}
