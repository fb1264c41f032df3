package io.lanewise.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.kernel.Kernels;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the contract tests of this JVM meet the vectors they are meant to meet.
 *
 * <p>They run under flags that make vectors narrower. A flag that did nothing, or kernels that fell
 * back to scalar code, would make all of them pass and none of them mean anything.
 */
class VectorWidthTest {

  /** The widest vectors that the flags of this run allow: a system property set beside them. */
  private static final int ALLOWED = Integer.getInteger("lanewise.test.vectorBits", 512);

  private static final String SHOW =
      """
      class Show {
        public static void main(String[] arguments) {
          System.out.println(jdk.incubator.vector.DoubleVector.SPECIES_PREFERRED.vectorBitSize());
        }
      }
      """;

  /** What a JVM is told that makes its vectors or its compilers others. */
  private static final Pattern FLAG =
      Pattern.compile("-X(int|comp)|-XX:(MaxVectorSize|UseAVX|TieredStopAtLevel)=\\d+");

  @TempDir Path directory;

  /** Who disagrees under these flags ends the build before the table of reliability. */
  @AfterAll
  static void keepFlags() throws IOException {
    String flags =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> FLAG.matcher(argument).matches())
            .collect(Collectors.joining(" "));
    String shown = flags.isEmpty() ? "no flags" : flags;
    Measured.keep(
        Promise.COMPILERS,
        shown,
        "0 disagreements with %s (%d bits)".formatted(shown, Lanes.SPECIES.vectorBitSize()));
  }

  /** A JVM without flags knows the machine; this one knows only what its flags leave. */
  @Test
  void vectorsAreAsWideAsMachineAndFlagsAllow() throws Exception {
    int machine = machineBits();
    assertEquals(
        Math.min(machine, ALLOWED),
        Lanes.SPECIES.vectorBitSize(),
        () -> "the machine has %d bits, the flags allow %d".formatted(machine, ALLOWED));
  }

  @Test
  void theVectorKernelsAreThatWide() {
    assumeTrue(Lanes.SPECIES.length() >= 2, "one lane is left to the scalar kernels");
    Kernels kernels = Kernels.simd();
    assertEquals("simd-" + Lanes.SPECIES.vectorBitSize(), kernels.name());
    assertEquals(Lanes.SPECIES.vectorBitSize(), kernels.vectorBits());
  }

  /** As the width: by a property set beside the flags, and by what the JVM says of itself. */
  @Test
  void theCompilersAreThoseOfTheFlags() {
    String mode = System.getProperty("lanewise.test.mode", "mixed mode");
    String info = System.getProperty("java.vm.info");
    assertTrue(info.startsWith(mode), () -> "expected " + mode + ", is " + info);
    boolean quick = info.contains("emulated-client");
    assertEquals(mode.contains("emulated-client"), quick, info);
  }

  private int machineBits() throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve("Show.java"), SHOW);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(java, "--add-modules", "jdk.incubator.vector", source.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return Integer.parseInt(output.strip());
  }
}
