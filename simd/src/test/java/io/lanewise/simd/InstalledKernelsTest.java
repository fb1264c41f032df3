package io.lanewise.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.kernel.Kernels;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kernels a fresh JVM finds, on the class path and on the module path. */
class InstalledKernelsTest {
  private static final String SHOW =
      """
      import io.lanewise.kernel.Kernels;

      class Show {
        public static void main(String[] arguments) {
          for (int i = 0; i < 2; i++) {
            try {
              System.out.println(Kernels.adaptive().name() + " " + Kernels.installed().name());
            } catch (RuntimeException refused) {
              System.out.println(refused);
            }
          }
        }
      }
      """;

  private final Path core = classes(Kernels.class);
  private final Path simd = classes(VectorKernelProvider.class);

  @TempDir Path directory;

  @BeforeEach
  void wideEnough() {
    assumeTrue(Lanes.SPECIES.length() >= 2, "one lane is left to the scalar kernels");
  }

  @Test
  void theClassPathFindsTheVectorKernels() throws Exception {
    assertTwice("auto simd-", run(onClassPath("--add-modules", "jdk.incubator.vector")));
  }

  @Test
  void theClassPathWithoutTheModuleFallsBackWithOneLine() throws Exception {
    String output = run(onClassPath());
    assertTwice("scalar scalar", output);
    assertEquals(2, output.split("--add-modules jdk.incubator.vector", -1).length, output);
  }

  @Test
  void forcedSimdWithoutTheModuleIsRefusedEveryTime() throws Exception {
    String output = run(onClassPath("-Dlanewise.kernels=simd"));
    assertTwice("java.lang.IllegalStateException: lanewise.kernels = simd, but module", output);
  }

  @Test
  void anUnknownValueIsRefusedEveryTime() throws Exception {
    String output = run(onClassPath("-Dlanewise.kernels=fast"));
    assertTwice("java.lang.IllegalArgumentException: lanewise.kernels = 'fast'", output);
  }

  @Test
  void forcedScalarSaysNothing() throws Exception {
    String output = run(onClassPath("-Dlanewise.kernels=scalar"));
    assertTwice("scalar scalar", output);
    assertFalse(output.contains("add-modules"), output);
  }

  /** Service binding resolves the provider, and with it the incubator module: no flag is needed. */
  @Test
  void theModulePathFindsTheVectorKernels() throws Exception {
    String path = core + File.pathSeparator + simd + File.pathSeparator + libraries();
    assertTwice("auto simd-", run(List.of("-p", path, "--add-modules", "io.lanewise.core")));
  }

  /** What core requires beside the JDK. */
  private static String libraries() {
    return Stream.of("jdk.module.path", "java.class.path")
        .flatMap(property -> Stream.ofNullable(System.getProperty(property)))
        .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
        .filter(entry -> Path.of(entry).getFileName().toString().startsWith("commons-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> onClassPath(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("-cp");
    arguments.add(core + File.pathSeparator + simd);
    return arguments;
  }

  private String run(List<String> options) throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve("Show.java"), SHOW);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(source.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private static void assertTwice(String start, String output) {
    assertEquals(2, output.lines().filter(line -> line.startsWith(start)).count(), output);
  }

  private static Path classes(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
