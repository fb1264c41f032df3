package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.arrow.Shared;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Valid files are scored, every column of a type that is; what is refused is a file without such a
 * column, or without rows.
 */
class ValidFilesTest {

  private static Stream<Path> golden(String folder) throws IOException {
    return Shared.files("arrow-testing/golden/" + folder).stream()
        .filter(file -> !file.toString().endsWith(".json.gz"));
  }

  private static Stream<Path> bigEndian() throws IOException {
    return golden("1.0.0-bigendian");
  }

  @Test
  void everyColumnOfAScoredTypeIsScored() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("1.0.0-littleendian", "2.0.0-compression", "4.0.0-shareddict")) {
      golden(folder).forEach(files::add);
    }
    try (Stream<Path> interop = Files.list(Tables.interop("files"))) {
      interop.forEach(files::add);
    }
    assertEquals(96, files.size());
    int columns = 0;
    int refused = 0;
    for (Path file : files) {
      int scored = score(file);
      columns += scored;
      refused += scored == 0 ? 1 : 0;
    }
    Measured.keep(
        Promise.VALID_FILES,
        getClass(),
        "%d of %d files scored in all of their %d columns, %d have no rows or nested types only"
            .formatted(files.size() - refused, files.size(), columns, refused));
  }

  /** Scores a file against itself; returns how many columns it has that are scored. */
  private static int score(Path file) {
    Outcome outcome = Outcome.score(file, file, "--pairs", "none", "--format", "json");
    try (var table = ArrowTable.open(List.of(file), new MemoryBudget(1L << 26))) {
      long scorable =
          table.schema().fields().stream()
              .filter(field -> field.type().family() != Family.NESTED)
              .map(Field::name)
              .distinct()
              .count();
      if (table.rowCount() == 0) {
        outcome.refuses(ExitCode.DATA, file, "no rows");
        return 0;
      }
      if (scorable == 0) {
        outcome.refuses(ExitCode.DATA, file, "nested types are not scored");
        return 0;
      }
      Map<String, Map<String, Object>> columns = Json.columns(outcome.json());
      assertEquals(scorable, columns.size(), file::toString);
      columns.forEach(
          (name, column) ->
              assertEquals(0, Json.number(column.get("js")), () -> file + " " + name));
      return columns.size();
    }
  }

  @ParameterizedTest
  @MethodSource("bigEndian")
  void bigEndianIsRefusedInOneLine(Path file) {
    Outcome.score(file, file).refuses(ExitCode.DATA, file, "big-endian data is not read");
  }
}
