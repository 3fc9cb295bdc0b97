package dev.rebound.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

  private static final String PLANTED = "dev.rebound.testkit.planted.";

  static Stream<Arguments> plantedViolations() {
    return Stream.of(
        Arguments.of("naming", ArchitectureRules.telling(), "OrderManager"),
        Arguments.of("unmarked", ArchitectureRules.nullMarked(), "no @NullMarked"),
        Arguments.of("impure", ArchitectureRules.pureWriteModels(), "Logger"),
        Arguments.of("impure", ArchitectureRules.timeComesIn(), "LocalDate.now"),
        Arguments.of("edge", ArchitectureRules.neverBlocking(), "UniAwait"),
        Arguments.of("edge", ArchitectureRules.declaredRoutes(), "OpenResource.get"),
        Arguments.of(
            "circle",
            ArchitectureRules.featuresWithoutCycles(PLANTED + "circle"),
            "Cycle detected"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("plantedViolations")
  void findsThePlantedViolation(String folder, ArchRule rule, String told) {
    assertThatThrownBy(() -> rule.check(planted(folder)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(told);
  }

  @Test
  void aServiceThatKnowsItsNeighbourIsFound() {
    JavaClasses neighbours =
        new ClassFileImporter().importPackages("dev.rebound.application.planted");
    assertThatThrownBy(
            () -> ArchitectureRules.servicesAlone("dev.rebound.insights").check(neighbours))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("know another service");
  }

  @Test
  void aWriteModelThatKeepsTheRulesPasses() {
    ArchitectureRules.pureWriteModels().check(planted("kept"));
    ArchitectureRules.timeComesIn().check(planted("kept"));
    assertThat(planted("kept")).isNotEmpty();
  }

  @Test
  void aRuleThatFindsNothingToLookAtFails() {
    assertThatThrownBy(() -> ArchitectureRules.declaredRoutes().check(planted("naming")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any");
  }

  private static JavaClasses planted(String folder) {
    return new ClassFileImporter().importPackages(PLANTED + folder);
  }
}
