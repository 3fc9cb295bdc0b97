package dev.rebound.web;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.rebound.testkit.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final String ROOT = "dev.rebound.web";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  static Stream<ArchRule> rules() {
    return Stream.concat(
        ArchitectureRules.everywhere(),
        Stream.of(
            ArchitectureRules.neverBlocking(),
            ArchitectureRules.featuresWithoutCycles(ROOT),
            ArchitectureRules.servicesAlone(ROOT)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRulesOfTheHouseHold(ArchRule rule) {
    rule.check(CLASSES);
  }

  /** The interfaces are what others serve, not routes of this application. */
  @Test
  void everyRouteSaysWhoMayCallIt() {
    ArchitectureRules.declaredRoutes()
        .check(CLASSES.that(DescribedPredicate.not(JavaClass.Predicates.INTERFACES)));
  }
}
