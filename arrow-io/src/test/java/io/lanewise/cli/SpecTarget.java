package io.lanewise.cli;

import io.lanewise.column.OneLine;
import io.lanewise.fuzz.FuzzTarget;
import io.lanewise.fuzz.Refusal;
import io.lanewise.fuzz.Scratch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The reader of {@code --spec}; its refusals are seen as the command shows them. */
public final class SpecTarget implements FuzzTarget {

  private final Scratch file = new Scratch("spec.json");

  @Override
  public List<byte[]> seeds() {
    return Stream.of(
            "{\"columns\": {\"age\": {\"kind\": \"numeric\", \"edges\": [17, 30, 90]}}}",
            "{\"columns\": {\"zip\": {\"kind\": \"categorical\"}, \"x\": {\"kind\": \"numeric\"}}}",
            "{\"a\": [1, {\"b\": null}], \"columns\": [{\"name\": \"net pay\", \"edges\":"
                + " [-1.5e3, \"9007199254740993\", 1e308], \"other\": {\"c\": [true]}}]}",
            "{\"columns\": {\"x\": {\"name\": \"x\", \"edges\": [1, 1]}}}",
            "{\"columns\": [{\"name\": \"\\u00fc\\ud83d\\ude00\", \"kind\": \"numeric\"}]}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public boolean feed(byte[] input) throws IOException {
    try {
      SpecFile.read(file.with(input));
      return true;
    } catch (UsageException e) {
      Refusal.check(OneLine.of(e.getMessage()));
      return false;
    }
  }
}
