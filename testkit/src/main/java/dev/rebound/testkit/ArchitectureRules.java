package dev.rebound.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house that a machine can hold. Each has a planted violation that proves it can
 * fail, and a rule that finds nothing to look at fails as well.
 */
public final class ArchitectureRules {

  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "getTimeOrderedEpoch", "random");
  private static final Set<String> SOURCES_OF_CHANCE =
      Set.of(
          "java.lang.Process",
          "java.lang.Runtime",
          "java.lang.System",
          "java.lang.Thread",
          "java.time.Clock",
          "java.util.Random",
          "java.util.Timer");
  private static final Set<String> FUTURES =
      Set.of("java.util.concurrent.Future", "java.util.concurrent.CompletableFuture");
  private static final Set<String> EMPTY_NAMES =
      Set.of("Impl", "Dto", "DTO", "Manager", "Helper", "Util", "Utils", "Base");
  private static final Set<String> ROLE_ANNOTATIONS =
      Set.of("jakarta.annotation.security.RolesAllowed", "jakarta.annotation.security.PermitAll");

  private ArchitectureRules() {}

  /** The rules that hold in every module. */
  public static Stream<ArchRule> everywhere() {
    return Stream.of(telling(), nullMarked());
  }

  /** The rules that hold in a library, which services and tests use alike. */
  public static Stream<ArchRule> library() {
    return Stream.concat(everywhere(), Stream.of(withoutFramework()));
  }

  /**
   * The rules that hold in a service.
   *
   * @param root the service's own package
   */
  public static Stream<ArchRule> service(String root) {
    return Stream.concat(
        everywhere(),
        Stream.of(
            pureWriteModels(),
            timeComesIn(),
            neverBlocking(),
            declaredRoutes(),
            featuresWithoutCycles(root),
            servicesAlone(root)));
  }

  /** A class has a name that tells what it is. */
  public static ArchRule telling() {
    return classes()
        .should(
            condition(
                "have a name that tells what it is",
                (type, events) -> {
                  boolean empty = EMPTY_NAMES.stream().anyMatch(type.getSimpleName()::endsWith);
                  events.add(
                      new SimpleConditionEvent(type, !empty, type.getName() + " says nothing"));
                }));
  }

  /** Absence is declared: every package is null-marked. */
  public static ArchRule nullMarked() {
    return classes()
        .that(describe("are written by hand", type -> !type.getSimpleName().endsWith("_")))
        .should(
            condition(
                "be in a null-marked package",
                (type, events) ->
                    events.add(
                        new SimpleConditionEvent(
                            type,
                            type.getPackage().isAnnotatedWith(NullMarked.class),
                            type.getPackageName() + " has no @NullMarked"))));
  }

  /** A folder with a decider in it knows events, values and the language: nothing else. */
  public static ArchRule pureWriteModels() {
    return classes()
        .that(besideADecider())
        .should(
            onlyDependOnClassesThat(
                resideInAnyPackage(
                        "java.lang",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.math",
                        "java.time",
                        "java.time.temporal",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "dev.rebound.events..",
                        "org.jspecify..")
                    .or(describe("are write models", ArchitectureRules::isBesideADecider))
                    .or(
                        describe(
                            "are the decider's own types",
                            type -> type.getName().startsWith("dev.rebound.eventstore.Decider")))
                    .or(describe("are arrays of these", JavaClass::isArray))
                    .or(describe("are primitive", JavaClass::isPrimitive))));
  }

  /** Time, ids and chance come in with the command; not even a reference to them stands there. */
  public static ArchRule timeComesIn() {
    return noClasses()
        .that(besideADecider())
        .should(
            accessTargetWhere(
                describe(
                    "ask for the time or for chance",
                    (JavaAccess<?> access) ->
                        CLOCKS.contains(access.getName())
                            || SOURCES_OF_CHANCE.contains(access.getTargetOwner().getName()))));
  }

  /** Nothing waits for a Uni, a future or the time: it is chained. */
  public static ArchRule neverBlocking() {
    return noClasses()
        .should(accessTargetWhere(describe("block the thread", ArchitectureRules::isWaiting)));
  }

  private static boolean isWaiting(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return owner.startsWith("io.smallrye.mutiny.groups.UniAwait")
        || owner.startsWith("io.smallrye.mutiny.groups.MultiSubscribe") && name.startsWith("as")
        || name.endsWith("AndAwait")
        || name.equals("sleep")
        || FUTURES.contains(owner) && (name.equals("get") || name.equals("join"));
  }

  /** A library works in a service, in a test and in a tool: it knows no framework. */
  public static ArchRule withoutFramework() {
    return noClasses()
        .should(
            dependOnClassesThat(resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate.."))
                .as("know a framework"));
  }

  /** Every route says who may call it. */
  public static ArchRule declaredRoutes() {
    return methods()
        .that(describe("are routes", ArchitectureRules::isRoute))
        .should(
            new ArchCondition<JavaMethod>("say who may call them") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean declared =
                    Stream.concat(
                            method.getAnnotations().stream(),
                            method.getOwner().getAnnotations().stream())
                        .anyMatch(a -> ROLE_ANNOTATIONS.contains(a.getRawType().getName()));
                events.add(
                    new SimpleConditionEvent(
                        method, declared, method.getFullName() + " is open or unreachable"));
              }
            });
  }

  /** Features may use one another, but not in a circle. */
  public static ArchRule featuresWithoutCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  /** A service shares only the contract and the libraries with its neighbours. */
  public static ArchRule servicesAlone(String root) {
    List<String> others =
        Stream.of("application", "feedback", "insights", "web")
            .map(name -> "dev.rebound." + name)
            .filter(name -> !name.equals(root))
            .map(name -> name + "..")
            .toList();
    return noClasses()
        .should(
            dependOnClassesThat(resideInAnyPackage(others.toArray(String[]::new)))
                .as("know another service"));
  }

  private static DescribedPredicate<JavaClass> besideADecider() {
    return describe("are in a write model", ArchitectureRules::isBesideADecider);
  }

  private static boolean isBesideADecider(JavaClass type) {
    return type.getPackageName().startsWith("dev.rebound.")
        && !type.getPackageName().equals("dev.rebound.eventstore")
        && type.getPackage().getClasses().stream().anyMatch(simpleNameEndingWith("Decider"));
  }

  private static boolean isRoute(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(a ->
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
                .contains(a.getRawType().getSimpleName()));
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, ConditionEvents> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, events);
      }
    };
  }
}
