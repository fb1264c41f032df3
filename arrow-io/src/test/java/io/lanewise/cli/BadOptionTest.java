package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that cannot be used: one line that says what was expected, and exit code 2. */
class BadOptionTest {

  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void writeTable() {
    table =
        Tables.write(
            folder.resolve("table.arrow"),
            Tables.doubles("price", 1, 2, 3),
            Tables.words("colour", "red", "red", "blue"));
  }

  @ParameterizedTest
  @CsvSource({
    "--bins, from 2 to 64, 1 65 0 -3 x 2.5 '' 99999999999 NaN",
    "--threads, from 1 to 1024, 0 1025 -1 many 1e3 '' 99999999999",
    "--smooth, a number above 0, 0 -0.5 NaN Infinity 1e7 half '' 0x1p3 1d",
    "--seed, a whole number, 1.5 x '' 99999999999999999999",
    "--memory-limit, a size, 0 -1 x 5X '' 99999999999999999999 9000000T",
    "--format, 'one of', xml '' tex",
    "--unit, 'one of', bit ''",
  })
  void valueOutOfRange(String option, String expected, String values) {
    for (String value : values.split(" ", -1)) {
      String given = value.equals("''") ? "" : value;
      Outcome.score(table, table, option, given)
          .refuses(ExitCode.USAGE, option, "'" + given + "'", expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--bins, 2 64 +5",
    "--threads, 1 1024",
    "--smooth, 1e6 .5 1. 1e-300",
    "--seed, -9223372036854775808 9223372036854775807 0",
    "--memory-limit, 1 512m 2GiB 1T 64KB",
    "--format, text JSON Markdown",
    "--unit, bits NATS",
  })
  void valueAtTheEndsOfTheRange(String option, String values) {
    for (String value : values.split(" ", -1)) {
      Outcome.score(table, table, option, value).result();
    }
  }

  @ParameterizedTest
  @CsvSource({"--rows, from 1 to 1000000, 0", "--rows, from 1 to 1000000, 1000001"})
  void demoOutOfRange(String option, String expected, String value) {
    Outcome.of("demo", "--dir", folder, option, value).refuses(ExitCode.USAGE, option, expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--columns", "--exclude", "--categorical", "--numeric"})
  void unknownColumn(String option) {
    Outcome.score(table, table, option, "colour,prize")
        .refuses(
            ExitCode.USAGE, option + ": ", option.equals("--numeric") ? "'colour'" : "'prize'");
    Outcome.score(table, table, option, "prize")
        .refuses(ExitCode.USAGE, option + ": no column 'prize'; did you mean 'price'?");
    Outcome.score(table, table, option, "").refuses(ExitCode.USAGE, option, "''");
  }

  @Test
  void aTextColumnHasNoBins() {
    Outcome.score(table, table, "--numeric", "colour")
        .refuses(ExitCode.USAGE, "--numeric: column 'colour'", "expected a number, a date");
  }

  @Test
  void aColumnIsEitherNumericOrCategorical() {
    Outcome.score(table, table, "--numeric", "price", "--categorical", "price")
        .refuses(ExitCode.USAGE, "'price'", "--numeric", "--categorical");
  }

  @Test
  void nothingIsLeftToScore() {
    Outcome.score(table, table, "--exclude", "price,colour")
        .refuses(ExitCode.USAGE, "no column is left");
    Outcome.score(table, table, "--columns", "price", "--exclude", "price")
        .refuses(ExitCode.USAGE, "--exclude", "--columns");
  }

  @Test
  void standardInputOnBothSides() {
    Outcome.of("score", "-", "-").refuses(ExitCode.USAGE, "- on both sides");
  }

  @Test
  void tooFewAndTooManyArguments() {
    Outcome.of("score").refuses(ExitCode.USAGE, "REAL", "GENERATED");
    Outcome.of("score", table).refuses(ExitCode.USAGE, "GENERATED");
    Outcome.of("score", "", table).refuses(ExitCode.USAGE, "empty path");
    Outcome.of("score", table, table + ",").refuses(ExitCode.USAGE, "empty path");
    Outcome.score(table, table, "third").refuses(ExitCode.USAGE, "'third'", "separated by commas");
    Outcome.score(table, table, "--bins").refuses(ExitCode.USAGE, "--bins");
    Outcome.score(table, table, "--bins", 3, "--bins", 4).refuses(ExitCode.USAGE, "--bins");
    Outcome.score(table, table, "--pairs", 3, "--pairs", 4).refuses(ExitCode.USAGE, "--pairs");
  }

  @Test
  void unknownCommandAndOption() {
    Outcome.of("scor").refuses(ExitCode.USAGE, "no command 'scor'", "'score'", "--help");
    Outcome.of("zzz").refuses(ExitCode.USAGE, "no command 'zzz'");
    Outcome.of("--bogus").refuses(ExitCode.USAGE, "--bogus");
    Outcome.score(table, table, "--bogus").refuses(ExitCode.USAGE, "--bogus", "score --help");
  }

  @Test
  void anArgumentThatBeginsWithAnAtSignIsItself() throws IOException {
    String file = "@" + Files.writeString(folder.resolve("arguments"), "--help");
    Outcome.of("score", file, table).refuses(ExitCode.DATA, file + ": no such file");
    Path odd = Tables.write(folder.resolve("@odd"), Tables.doubles("@odd", 1, 2));
    assertTrue(Outcome.score(odd, odd, "--columns", "@odd").result().contains("@odd"));
  }

  @Test
  void controlCharactersOfTheDataDoNotReachTheTerminal() {
    Path odd = Tables.write(folder.resolve("odd"), Tables.doubles("\u001b[31m\n", 1, 2));
    Outcome.score(odd, odd, "--columns", "x").refuses(ExitCode.USAGE, "--columns");
  }

  @Test
  void debugShowsWhereItComesFrom() {
    Outcome outcome = Outcome.score(folder.resolve("none"), table, "--debug");
    assertEquals(ExitCode.DATA, outcome.exitCode());
    assertTrue(outcome.err().contains("DataException"), outcome.err());
    assertEquals("", outcome.out());
  }
}
