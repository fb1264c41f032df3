package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard input is an input like others, on either side, file or stream. */
class StandardInputTest {

  private static final Path REAL = Tables.interop("files/js-dict.real.arrow");
  private static final Path GENERATED = Tables.interop("files/js-dict.gen.arrow");

  private static Outcome withInput(byte[] in, Object real, Object generated) {
    return Outcome.of(in, StandardCharsets.UTF_8, "score", real, generated, "--format", "json");
  }

  @ParameterizedTest
  @ValueSource(strings = {".arrow", ".arrows"})
  void eitherSide(String suffix) throws IOException {
    String expected = Outcome.score(REAL, GENERATED, "--format", "json").result();
    byte[] real = Files.readAllBytes(Tables.interop("files/js-dict.real" + suffix));
    byte[] generated = Files.readAllBytes(Tables.interop("files/js-dict.gen" + suffix));
    assertEquals(
        expected.replace(REAL.toString(), "stdin"), withInput(real, "-", GENERATED).result());
    assertEquals(
        expected.replace(GENERATED.toString(), "stdin"), withInput(generated, REAL, "-").result());
  }

  @Test
  void aStreamWithoutItsEndIsScoredWithAWarning() throws IOException {
    byte[] whole = Files.readAllBytes(Tables.interop("files/js-dict.gen.arrows"));
    // The end marker is the last eight bytes.
    byte[] cut = Arrays.copyOf(whole, whole.length - 8);
    Outcome outcome = withInput(cut, REAL, "-");
    assertEquals(ExitCode.OK, outcome.exitCode());
    assertEquals(1, outcome.err().lines().count(), outcome::err);
    assertTrue(outcome.err().startsWith("lanewise: warning: stdin: "), outcome::err);
    Map<?, ?> json = (Map<?, ?>) Json.read(outcome.out());
    assertTrue(json.get("warnings").toString().contains("end marker"), json::toString);
    // A failure that follows is one line all the same.
    Outcome.of(cut, StandardCharsets.UTF_8, "score", REAL, "-", "--columns", "none")
        .refuses(ExitCode.USAGE, "none");
  }

  @Test
  void badInputIsNamedStdin() throws IOException {
    byte[] whole = Files.readAllBytes(REAL);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    withInput(new byte[0], "-", GENERATED).refuses(ExitCode.DATA, "stdin: is empty");
    withInput("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), REAL, "-")
        .refuses(ExitCode.DATA, "stdin: ", "CSV");
    withInput(half, "-", GENERATED).refuses(ExitCode.DATA, "stdin: ");
    withInput(BigEndian.emptyStream("x"), REAL, "-").refuses(ExitCode.DATA, "big-endian");
  }
}
