package dev.graft.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The "may depend on" column of the map in docs/architecture.md. */
final class ArchitectureTest {
  private static final String[] API = {
    "dev.graft.annotation..",
    "dev.graft.descriptor..",
    "dev.graft.node..",
    "dev.graft.params..",
    "dev.graft.py..",
    "dev.graft.registry..",
    "dev.graft.render..",
    "dev.graft.value.."
  };

  /** The engine wants the members of a granted class one by one, as reflection names them. */
  private static final String LISTS_GRANTED_MEMBERS = "dev.graft.python.graalpy.HostClasses";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.graft");

  @Test
  void theApiDependsOnNothingButTheJdkAndJSpecify() {
    noClasses()
        .that()
        .resideInAnyPackage(API)
        .should()
        .dependOnClassesThat(outside(API, "java..", "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void theRuntimeDependsOnTheApiReadersOfTextHistogramsAndMeters() {
    noClasses()
        .that()
        .resideInAPackage("dev.graft.runtime..")
        .should()
        .dependOnClassesThat(
            outside(
                API,
                "dev.graft.runtime..",
                "tools.jackson..",
                "org.snakeyaml..",
                "org.HdrHistogram..",
                "com.google.auto..",
                "io.micrometer..",
                "jdk.jfr",
                "java..",
                "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void nativeNodesDependOnTheApiAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.graft.nodes..")
        .should()
        .dependOnClassesThat(
            outside(
                API,
                "dev.graft.nodes..",
                "java..",
                "javax.annotation.processing..",
                "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void thePythonBackendsKnowNoRunnerAndNoNode() {
    noClasses()
        .that()
        .resideInAPackage("dev.graft.python..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.graft.nodes..",
            "dev.graft.compat..",
            "dev.graft.cli..",
            "dev.graft.runtime.run..",
            "dev.graft.runtime.plan..")
        .check(CLASSES);
  }

  @Test
  void theBundleDependsOnNothingOfGraft() {
    noClasses()
        .that()
        .resideInAPackage("dev.graft.python.bundle..")
        .should()
        .dependOnClassesThat(
            outside(new String[0], "dev.graft.python.bundle..", "java..", "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void theMatrixKnowsNoBackendAndNoNode() {
    noClasses()
        .that()
        .resideInAPackage("dev.graft.compat..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.graft.nodes..", "dev.graft.python..", "dev.graft.cli..")
        .check(CLASSES);
  }

  @Test
  void theTestKitDependsOnTheMatrixAndOnJUnit() {
    noClasses()
        .that()
        .resideInAPackage("dev.graft.testkit..")
        .should()
        .dependOnClassesThat(
            outside(
                API,
                "dev.graft.testkit..",
                "dev.graft.compat..",
                "dev.graft.runtime..",
                "org.junit.jupiter.api..",
                "org.opentest4j..",
                "java..",
                "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void portingKnowsNoBackendAndNoNode() {
    noClasses()
        .that()
        .resideInAPackage("dev.graft.port..")
        .should()
        .dependOnClassesThat(
            outside(
                API,
                "dev.graft.port..",
                "dev.graft.runtime..",
                "com.palantir.javapoet..",
                "com.google.googlejavaformat..",
                "javax.lang.model..",
                "java..",
                "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void nothingIsFoundByReflection() {
    noClasses()
        .that()
        .resideInAPackage("dev.graft..")
        .and()
        .doNotHaveFullyQualifiedName(LISTS_GRANTED_MEMBERS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(CLASSES);
  }

  @Test
  void noStateIsStatic() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void packagesOfAModuleFormNoCycle() {
    slices().matching("dev.graft.compat.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("dev.graft.python.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("dev.graft.nodes.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("dev.graft.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> outside(String[] api, String... others) {
    return DescribedPredicate.not(
            JavaClass.Predicates.resideInAnyPackage(api)
                .or(JavaClass.Predicates.resideInAnyPackage(others)))
        .as("outside of what the module may depend on");
  }
}
