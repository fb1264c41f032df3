package io.lanewise.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom in arrow-io, and who in all modules may know the incubating Vector API. */
class ModuleRulesTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.lanewise");

  private static final String[] OF_CORE = {
    "io.lanewise.column",
    "io.lanewise.evaluate",
    "io.lanewise.kernel",
    "io.lanewise.measure",
    "io.lanewise.profile"
  };

  @Test
  void theClassesOfAllModulesAreThere() {
    for (String name :
        new String[] {"arrow", "cli", "file", "gate", "preview", "report", "column", "simd"}) {
      assertTrue(
          ALL.stream().anyMatch(c -> c.getPackageName().equals("io.lanewise." + name)), name);
    }
  }

  @Test
  void onlyTheReaderKnowsArrow() {
    noClasses()
        .that(not(resideInAPackage("io.lanewise.arrow..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.arrow..", "com.google.flatbuffers..")
        .check(ALL);
  }

  @Test
  void onlySimdKnowsTheVectorApi() {
    noClasses()
        .that(not(resideInAPackage("io.lanewise.simd..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .check(ALL);
  }

  @Test
  void theReaderKnowsNeitherCommandNorReport() {
    noClasses()
        .that(resideInAPackage("io.lanewise.arrow.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.lanewise.cli..", "io.lanewise.gate..", "io.lanewise.report..", "picocli..")
        .check(ALL);
  }

  @Test
  void reportsKnowScoresTrainingsAndJsonAlone() {
    classes()
        .that(resideInAPackage("io.lanewise.report.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(OF_CORE)
                .or(
                    resideInAnyPackage(
                        "io.lanewise.report..",
                        "io.lanewise.gan",
                        "com.fasterxml.jackson.core..",
                        "java..",
                        "org.jspecify..")))
        .check(ALL);
  }

  @Test
  void gatesKnowScoresAndReportsAlone() {
    classes()
        .that(resideInAPackage("io.lanewise.gate.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(OF_CORE)
                .or(
                    resideInAnyPackage(
                        "io.lanewise.gate..", "io.lanewise.report..", "java..", "org.jspecify..")))
        .check(ALL);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.lanewise.(*)..").should().beFreeOfCycles().check(ALL);
  }
}
