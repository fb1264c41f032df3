package io.lanewise.gate;

import io.lanewise.fuzz.FuzzTarget;
import io.lanewise.fuzz.Refusal;
import io.lanewise.fuzz.Scratch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The reader of rules, as an option and as a file of them. */
public final class RulesTarget implements FuzzTarget {

  private final Scratch file = new Scratch("rules");

  @Override
  public List<byte[]> seeds() {
    return Stream.of(
            "js>0.1",
            "age.ks>=0.05",
            "# a comment\n\njs > 1e-3\r\nnet pay.js<=Infinity\n",
            "\ufeffa.b>c.js<+.5E-07",
            "pairFidelity < 12.")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public boolean feed(byte[] input) throws IOException {
    try {
      RuleParser.parse("--fail-if", new String(input, StandardCharsets.UTF_8));
    } catch (RuleException e) {
      Refusal.check(e.getMessage());
    }
    try {
      RulesFile.read(file.with(input));
      return true;
    } catch (RuleException e) {
      Refusal.check(e.getMessage());
      return false;
    }
  }
}
