package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The command that measures kernels, without vectors in this JVM and with them in another. */
class KernelsTest {

  private static final Set<String> ROW_FIELDS =
      Set.of("kernel", "each", "scalarNanos", "vectorNanos", "ratio", "sameBits", "compared");

  @Test
  void withoutTheModuleTheFixIsTold() {
    String text = Outcome.of("kernels", "--seconds", 1).result();
    assertTrue(text.contains("scalar kernels only:\n  module jdk.incubator.vector is not"), text);
    assertTrue(text.contains("--add-modules jdk.incubator.vector"), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("KL divergence +[0-9.]+ .*")), text);
    text.lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void withoutTheModuleJsonHasNoVectors() {
    Map<String, Object> json = Outcome.of("kernels", "--seconds", 1, "--format", "json").json();
    assertEquals("lanewise.kernels/1", json.get("schema"));
    assertEquals("scalar", json.get("kernels"));
    assertTrue(json.get("unavailable").toString().contains("--add-modules"));
    for (Map<String, Object> row : Json.objects(json.get("rows"))) {
      assertEquals(ROW_FIELDS, row.keySet());
      assertTrue(Json.number(row.get("scalarNanos")) > 0);
      assertNull(row.get("vectorNanos"));
    }
  }

  @Test
  void withTheModuleEveryKernelHasTheSameBits() throws Exception {
    Map<String, Object> json = Json.object(Json.read(runWithVectors()));
    assertTrue(json.get("kernels").toString().startsWith("simd-"), json::toString);
    assertEquals("simd-" + json.get("vectorBits"), json.get("kernels"));
    assertNull(json.get("unavailable"));
    Set<String> defined = Json.object(json.get("definitions")).keySet();
    List<Map<String, Object>> rows = Json.objects(json.get("rows"));
    assertFalse(rows.isEmpty());
    for (Map<String, Object> row : rows) {
      assertEquals(ROW_FIELDS, row.keySet());
      assertEquals(true, row.get("sameBits"), row::toString);
      assertTrue(Json.integer(row.get("compared")) > 100, row::toString);
      assertEquals(
          Json.number(row.get("scalarNanos")) / Json.number(row.get("vectorNanos")),
          Json.number(row.get("ratio")));
      row.keySet().forEach(field -> assertTrue(field.equals("kernel") || defined.contains(field)));
    }
  }

  @Test
  void badOptionsAreRefused() {
    Outcome.of("kernels", "--format", "markdown").refuses(ExitCode.USAGE, "text or json");
    Outcome.of("kernels", "--seconds", 0).refuses(ExitCode.USAGE, "from 1 to 600");
  }

  private static String runWithVectors() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "io.lanewise.cli.Main"));
    command.addAll(List.of("kernels", "--seconds", "2", "--format", "json"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }
}
