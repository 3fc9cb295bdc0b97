package dev.rebound.feedback;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.rebound.testkit.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rebound.feedback");

  private static Stream<ArchRule> rules() {
    return ArchitectureRules.service("dev.rebound.feedback");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRulesOfTheHouseHold(ArchRule rule) {
    rule.check(CLASSES);
  }
}
