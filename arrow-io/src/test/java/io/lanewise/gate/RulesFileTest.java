package io.lanewise.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule a line, in any form that editors leave; what is no text is refused with its line. */
class RulesFileTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("ci.rules");
  }

  private List<Rule> read(String content) throws IOException {
    return RulesFile.read(Files.writeString(file, content));
  }

  private String refusal(byte[] content) throws IOException {
    Files.write(file, content);
    return refusal(file);
  }

  private static String refusal(Path path) {
    String message =
        String.valueOf(assertThrows(RuleException.class, () -> RulesFile.read(path)).getMessage());
    assertTrue(message.startsWith(path.toString()), message);
    assertTrue(message.length() < 600, message);
    return message.substring(path.toString().length());
  }

  private String refusal(String text, Charset charset) throws IOException {
    return refusal(text.getBytes(charset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "js>0.1\nage.ks>=0.05\n",
        "js>0.1\nage.ks>=0.05",
        "js>0.1\r\nage.ks>=0.05\r\n",
        "js>0.1\rage.ks>=0.05",
        "\ufeffjs>0.1\nage.ks>=0.05\n",
        "# rules\n\n  \t\njs>0.1\n  # more > than < that\nage.ks>=0.05\n\n",
        "\ufeff# rules\r\njs>0.1\r\nage.ks>=0.05",
        "  js>0.1  \nage.ks>=0.05\t\n",
      })
  void editorsMayDiffer(String content) throws IOException {
    List<Rule> rules = read(content);
    assertEquals(List.of("js>0.1", "age.ks>=0.05"), rules.stream().map(Rule::text).toList());
    assertEquals(0.05, rules.get(1).threshold());
  }

  @Test
  void aRuleKnowsItsLine() throws IOException {
    assertEquals(
        List.of(file + ":2", file + ":5"),
        read("# rules\njs>0.1\n\n\nks>1\n").stream().map(Rule::origin).toList());
    assertEquals(file + ":2", read("\r\njs>0.1\r\n").getFirst().origin());
  }

  @Test
  void anEmptyFileHasNoRules() throws IOException {
    assertEquals(List.of(), read(""));
    assertEquals(List.of(), read("\ufeff"));
    assertEquals(List.of(), read("# js>0.1\n\n"));
  }

  @Test
  void aMistakeIsToldWithItsLine() throws IOException {
    assertEquals(
        ":3 'jss>0.1': no measure 'jss'; did you mean 'js'? expected " + RuleParser.GRAMMAR,
        refusal("js>1\r\n# fine\r\njss>0.1\r\n", StandardCharsets.UTF_8));
    assertTrue(
        refusal("js>0.1 # comment", StandardCharsets.UTF_8)
            .startsWith(":1 'js>0.1 # comment': '0.1 # comment' is not a number"));
  }

  @Test
  void theMessageIsOneLineWhateverTheRule() throws IOException {
    assertTrue(
        refusal("a\u009b31m.js>1\u001b", StandardCharsets.UTF_8)
            .startsWith(":1 'a\\u009b31m.js>1\\u001b': '1\\u001b' is not a number"));
  }

  @Test
  void columnsAreReadAsUtf8() throws IOException {
    Subject expected = RuleParser.parse("", "größe.js>0.1").subject();
    assertEquals(expected, read("größe.js>0.1\n").getFirst().subject());
    assertEquals(
        ":2: not text; expected rules in UTF-8",
        refusal("js>1\ngröße.js>0.1\n", StandardCharsets.ISO_8859_1));
    assertEquals(
        ":1: not text; expected rules in UTF-8",
        refusal("\ufeffjs>0.1\n", StandardCharsets.UTF_16LE));
  }

  @Test
  void binaryIsNoText() throws IOException {
    assertEquals(":1: not text; expected rules in UTF-8", refusal(new byte[] {0, 0, 0}));
    assertEquals(
        ":3: not text; expected rules in UTF-8", refusal("js>1\nks>1\n\0", StandardCharsets.UTF_8));
    // Cut within a character.
    assertEquals(":1: not text; expected rules in UTF-8", refusal(new byte[] {'#', (byte) 0xc3}));
  }

  @Test
  void aHugeLineIsNotRepeated() throws IOException {
    byte[] huge = "x".repeat(RulesFile.LONGEST).getBytes(StandardCharsets.UTF_8);
    assertTrue(refusal(huge).startsWith(":1 'xxxx"));
    assertEquals(
        ": more than 1048576 bytes, expected at most so many",
        refusal(("x" + "y".repeat(RulesFile.LONGEST)).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aFileThatIsNotThere() {
    assertEquals(": no such file", refusal(file));
    assertTrue(refusal(folder).startsWith(": cannot be read: "), refusal(folder));
  }

  @Test
  void aFileThatMayNotBeRead() throws IOException {
    Files.writeString(file, "js>0.1");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assumeFalse(Files.isReadable(file), "this user may read all files");
    assertEquals(": cannot be read: permission denied", refusal(file));
  }
}
