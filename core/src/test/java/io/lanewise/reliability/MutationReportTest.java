package io.lanewise.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationReportTest {

  @TempDir Path module;

  @Test
  void keepsTheFigureOfAModuleAndTellsItsPackages() throws IOException {
    write(
        Stream.concat(
            statuses("a.B", 18, "KILLED", 2, "SURVIVED"),
            statuses("a.c.D", 9, "TIMED_OUT", 1, "NO_COVERAGE")));
    assertEquals(
        "a: 20 mutants, 90.0 % killed\na.c: 10 mutants, 90.0 % killed\n",
        MutationReport.keep(module, "core", 30));
    assertEquals("core: 30 mutants, 90.0 % killed\n", Files.readString(figure()));
  }

  @Test
  void tooFewMutantsAreAnError() throws IOException {
    write(statuses("a.B", 18, "KILLED", 2, "SURVIVED"));
    IllegalStateException found =
        assertThrows(IllegalStateException.class, () -> MutationReport.keep(module, "core", 21));
    assertEquals("core: 20 mutants, expected at least 21", found.getMessage());
    assertFalse(Files.exists(figure()));
  }

  @Test
  void onePackageBelowTheShareIsAnError() throws IOException {
    write(
        Stream.concat(
            statuses("a.B", 100, "KILLED", 0, "SURVIVED"),
            statuses("b.C", 84, "KILLED", 16, "SURVIVED")));
    IllegalStateException found =
        assertThrows(IllegalStateException.class, () -> MutationReport.keep(module, "core", 1));
    assertTrue(
        found.getMessage().startsWith("b: 100 mutants, 84.0 % killed, expected at least 85 %"),
        found.getMessage());
    assertFalse(Files.exists(figure()));
  }

  @Test
  void theShareItselfIsEnough() throws IOException {
    write(statuses("a.B", 17, "MEMORY_ERROR", 3, "SURVIVED"));
    assertEquals("a: 20 mutants, 85.0 % killed\n", MutationReport.keep(module, "core", 1));
  }

  @Test
  void mutantsThatDidNotRunDoNotCount() throws IOException {
    write(
        Stream.concat(
            statuses("a.B", 9, "KILLED", 1, "SURVIVED"),
            statuses("a.B", 5, "NON_VIABLE", 5, "RUN_ERROR")));
    assertEquals("a: 10 mutants, 90.0 % killed\n", MutationReport.keep(module, "core", 1));
  }

  @Test
  void anUnfinishedMutantIsAnError() throws IOException {
    write(statuses("a.B", 9, "KILLED", 1, "STARTED"));
    assertThrows(IllegalArgumentException.class, () -> MutationReport.keep(module, "core", 1));
  }

  @Test
  void aMissingReportIsAnError() {
    assertThrows(IOException.class, () -> MutationReport.keep(module, "core", 1));
  }

  @Test
  void otherTextIsNoReport() throws IOException {
    Files.createDirectories(module.resolve(MutationReport.MUTANTS).getParent());
    Files.writeString(module.resolve(MutationReport.MUTANTS), "<mutations>");
    assertThrows(IOException.class, () -> MutationReport.keep(module, "core", 1));
  }

  private Path figure() {
    return module.resolve(Measured.FOLDER).resolve("MUTATIONS.core");
  }

  private static Stream<String> statuses(
      String type, int some, String status, int others, String other) {
    return Stream.concat(
        Stream.generate(() -> mutation(type, status)).limit(some),
        Stream.generate(() -> mutation(type, other)).limit(others));
  }

  private static String mutation(String type, String status) {
    return "<mutation detected='true' status='%s'><mutatedClass>%s</mutatedClass></mutation>"
        .formatted(status, type);
  }

  private void write(Stream<String> mutations) throws IOException {
    Path report = module.resolve(MutationReport.MUTANTS);
    Files.createDirectories(report.getParent());
    Files.writeString(
        report, mutations.collect(Collectors.joining("\n", "<mutations>", "</mutations>")));
  }
}
