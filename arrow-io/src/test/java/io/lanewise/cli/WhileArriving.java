package io.lanewise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ways to score rows while they arrive, in turn. A small file may claim a million rows of nulls, so
 * lines are far apart, and in two of five turns so far that several threads share the rows.
 */
final class WhileArriving {

  private final Path state;

  /** Keeps a state in {@code folder}, and forgets it before each run. */
  WhileArriving(Path folder) {
    state = folder.resolve("run.state");
  }

  /** The words of a command and, behind them, the options of one turn. */
  Object[] words(int turn, Object... command) throws IOException {
    Files.deleteIfExists(state);
    List<Object> options =
        switch (turn % 5) {
          case 0 -> List.of("--every", 10_000, "--state", state);
          case 1 -> List.of("--every", 10_000);
          case 2 -> List.of("--every", "1M", "--state", state);
          case 3 -> List.of("--every", "1M");
          default -> List.of("--window", 20_000, "--slide", 10_000, "--quiet");
        };
    return Stream.concat(Stream.of(command), options.stream()).toArray();
  }
}
