package dev.rebound.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

  private static final String PLANTED = "dev.rebound.testkit.planted.";
  private static final String NEIGHBOUR = "dev.rebound.application.planted";

  /** Each import looks through the whole class path, so it is done once. */
  private static final Map<String, JavaClasses> PRODUCTION = new ConcurrentHashMap<>();

  private static final Map<String, JavaClasses> ALL = new ConcurrentHashMap<>();

  /** A violation, the rule that has to find it, and what the rule has to say about it. */
  private record Planted(String name, ArchRule rule, String where, String told) {
    @Override
    public String toString() {
      return name + ": " + told;
    }
  }

  static Stream<Planted> violations() {
    return Stream.of(
        new Planted("telling", ArchitectureRules.telling(), "naming", "OrderManager"),
        new Planted("nullMarked", ArchitectureRules.nullMarked(), "unmarked", "no @NullMarked"),
        new Planted("pureWriteModels", ArchitectureRules.pureWriteModels(), "impure", "jboss"),
        new Planted(
            "pureWriteModels", ArchitectureRules.pureWriteModels(), "impure", "util.logging"),
        new Planted("pureWriteModels", ArchitectureRules.pureWriteModels(), "impure", "Executors"),
        new Planted("timeComesIn", ArchitectureRules.timeComesIn(), "impure", "LocalDate.now"),
        new Planted("timeComesIn", ArchitectureRules.timeComesIn(), "impure", "Instant.now"),
        new Planted("timeComesIn", ArchitectureRules.timeComesIn(), "impure", "java.util.Random"),
        new Planted("timeComesIn", ArchitectureRules.timeComesIn(), "impure", "UUID.randomUUID"),
        new Planted("neverBlocking", ArchitectureRules.neverBlocking(), "edge", "UniAwait"),
        new Planted("neverBlocking", ArchitectureRules.neverBlocking(), "edge", "AndAwait"),
        new Planted("neverBlocking", ArchitectureRules.neverBlocking(), "edge", "Future.join"),
        new Planted("neverBlocking", ArchitectureRules.neverBlocking(), "edge", "TimeUnit.sleep"),
        new Planted(
            "declaredRoutes", ArchitectureRules.declaredRoutes(), "edge", "OpenResource.get"),
        new Planted(
            "withoutFramework", ArchitectureRules.withoutFramework(), "edge", "jakarta.ws.rs"),
        new Planted(
            "featuresWithoutCycles",
            ArchitectureRules.featuresWithoutCycles(PLANTED + "circle"),
            "circle",
            "Cycle detected"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aPlantedViolationIsFound(Planted planted) {
    assertThatThrownBy(() -> planted.rule().check(classesIn(PLANTED + planted.where())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(planted.told());
  }

  @Test
  void aServiceThatKnowsItsNeighbourIsFound() {
    assertThatThrownBy(() ->
            ArchitectureRules.servicesAlone("dev.rebound.insights").check(classesIn(NEIGHBOUR)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("know another service");
  }

  @Test
  void noRuleIsWithoutAPlantedViolation() {
    Stream<String> rules =
        Arrays.stream(ArchitectureRules.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> method.getReturnType() == ArchRule.class)
            .map(Method::getName);
    Stream<String> planted =
        Stream.concat(violations().map(Planted::name), Stream.of("servicesAlone"));

    assertThat(planted.distinct()).containsExactlyInAnyOrderElementsOf(rules.toList());
  }

  static Stream<ArchRule> everyRule() {
    return Stream.concat(
        ArchitectureRules.service("dev.rebound.nobody"), ArchitectureRules.library());
  }

  @ParameterizedTest
  @MethodSource("everyRule")
  void aRuleThatFindsNothingToLookAtFails(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(classesIn("dev.rebound.nobody")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any");
  }

  @Test
  void aWriteModelThatKeepsTheRulesPasses() {
    JavaClasses kept = classesIn(PLANTED + "kept");

    assertThat(kept).isNotEmpty();
    ArchitectureRules.pureWriteModels().check(kept);
    ArchitectureRules.timeComesIn().check(kept);
  }

  static Stream<Arguments> libraries() {
    return Stream.of(
            "dev.rebound.events",
            "dev.rebound.sealing",
            "dev.rebound.eventstore",
            "dev.rebound.delivery")
        .flatMap(root -> ArchitectureRules.library().map(rule -> Arguments.of(root, rule)));
  }

  /** They stand below this module and cannot hold themselves to the rules. */
  @ParameterizedTest
  @MethodSource("libraries")
  void theLibrariesBelowKeepTheRules(String root, ArchRule rule) {
    rule.check(production(root));
  }

  static Stream<Arguments> tools() {
    return Stream.of("dev.rebound.localstack", "dev.rebound.testkit")
        .flatMap(root -> ArchitectureRules.everywhere().map(rule -> Arguments.of(root, rule)));
  }

  @ParameterizedTest
  @MethodSource("tools")
  void theToolsKeepTheRules(String root, ArchRule rule) {
    rule.check(production(root));
  }

  private static JavaClasses production(String root) {
    return PRODUCTION.computeIfAbsent(
        root, new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))::importPackages);
  }

  private static JavaClasses classesIn(String root) {
    return ALL.computeIfAbsent(root, new ClassFileImporter()::importPackages);
  }
}
