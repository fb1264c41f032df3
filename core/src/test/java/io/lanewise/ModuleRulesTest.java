package io.lanewise;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom inside core. */
class ModuleRulesTest {

  private static final String[] OUTSIDE = {"java..", "org.jspecify.."};
  private static final String DISTRIBUTIONS = "org.apache.commons.statistics.distribution";
  private static final String GAMMA_FUNCTIONS = "org.apache.commons.numbers.gamma";
  private static final String RANDOM = "org.apache.commons.rng..";
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("io.lanewise");

  @Test
  void theClassesAreThere() {
    for (String name :
        new String[] {
          "column", "container", "evaluate", "gan.codec", "kernel", "measure", "profile"
        }) {
      assertTrue(
          CORE.stream().anyMatch(c -> c.getPackageName().equals("io.lanewise." + name)), name);
    }
  }

  @Test
  void coreKnowsTheJdkDistributionsAndRandomNumbersAlone() {
    mayKnow("io.lanewise..", "io.lanewise..", DISTRIBUTIONS, GAMMA_FUNCTIONS, RANDOM);
  }

  @Test
  void columnsKnowNoOtherPackage() {
    mayKnow("io.lanewise.column..", "io.lanewise.column..");
  }

  @Test
  void containersKnowColumnsAlone() {
    mayKnow("io.lanewise.container..", "io.lanewise.container..", "io.lanewise.column");
  }

  @Test
  void kernelsKnowNoOtherPackage() {
    mayKnow("io.lanewise.kernel..", "io.lanewise.kernel..");
  }

  /** And they alone know the library: the other packages are held to the JDK by their own rules. */
  @Test
  void measuresKnowKernelsAndDistributions() {
    mayKnow(
        "io.lanewise.measure..",
        "io.lanewise.measure..",
        "io.lanewise.kernel",
        DISTRIBUTIONS,
        GAMMA_FUNCTIONS);
  }

  @Test
  void profilesKnowColumnsContainersKernelsAndMeasures() {
    mayKnow(
        "io.lanewise.profile..",
        "io.lanewise.profile..",
        "io.lanewise.column",
        "io.lanewise.container",
        "io.lanewise.kernel",
        "io.lanewise.measure");
  }

  @Test
  void codecsKnowColumnsContainersAndRandomNumbers() {
    mayKnow(
        "io.lanewise.gan.codec..",
        "io.lanewise.gan.codec..",
        "io.lanewise.column",
        "io.lanewise.container",
        RANDOM);
  }

  @Test
  void onlyTheListOfKernelsNamesScalarOnes() {
    classes()
        .that(
            resideInAnyPackage("io.lanewise..").and(not(resideInAPackage("io.lanewise.kernel.."))))
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("io.lanewise.kernel.scalar..")
        .check(CORE);
  }

  /** The scalar twins implement interfaces of kernel, which hands them out: one slice. */
  @Test
  void packagesFormNoCycle() {
    slices().matching("io.lanewise.(*)..").should().beFreeOfCycles().check(CORE);
  }

  private static void mayKnow(String who, String... whom) {
    String[] allowed = new String[whom.length + OUTSIDE.length];
    System.arraycopy(whom, 0, allowed, 0, whom.length);
    System.arraycopy(OUTSIDE, 0, allowed, whom.length, OUTSIDE.length);
    classes()
        .that(resideInAPackage(who))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed))
        .check(CORE);
  }
}
