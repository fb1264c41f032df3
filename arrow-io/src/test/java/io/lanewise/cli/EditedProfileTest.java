package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import io.lanewise.container.Container;
import io.lanewise.reliability.Measured;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Profiles that somebody else wrote, with a right checksum: what contradicts itself is refused
 * where it is read, and what is not survives every command.
 */
class EditedProfileTest {

  private static final int ROWS = 60;
  private static final int BUCKETS = 4_096;

  @TempDir private Path folder;
  private Path real;
  private Path generated;
  private Container good;

  /** What is done to a good profile, and what is said of it; nothing if it is as good. */
  private record Edit(String message, Consumer<EditedFile> change) {}

  /** Columns x 0, k 1, w 2, flag 3, day 4, moment 5, id 6, none 7. */
  private static List<OutputColumn> columns(int from) {
    BitSet nulls = new BitSet();
    IntStream.range(0, ROWS).filter(row -> row % 11 == 0).forEach(nulls::set);
    BitSet all = new BitSet();
    all.set(0, ROWS);
    String[] ids = new String[ROWS];
    boolean[] flags = new boolean[ROWS];
    for (int row = 0; row < ROWS; row++) {
      ids[row] = "id " + (from + row);
      flags[row] = row % 3 == 0;
    }
    IntStream numbers = IntStream.range(from, from + ROWS);
    int[] rows = numbers.toArray();
    return List.of(
        new OutputColumn.Doubles("x", Arrays.stream(rows).mapToDouble(Math::sin).toArray(), nulls),
        Tables.longs("k", Arrays.stream(rows).mapToLong(row -> row * 7L % 9).toArray()),
        new OutputColumn.Words(
            "w",
            Arrays.stream(rows).map(row -> row * row % 4 + (from > 0 ? 1 : 0)).toArray(),
            List.of("a", "b", "c", "d", "e"),
            nulls),
        new OutputColumn.Booleans("flag", flags, nulls),
        new OutputColumn.Dates("day", Arrays.stream(rows).map(row -> row * 97).toArray(), nulls),
        new OutputColumn.Instants(
            "moment",
            Arrays.stream(rows).mapToLong(row -> row * 123_456_789_000L).toArray(),
            nulls),
        Tables.words("id", ids),
        new OutputColumn.Doubles("none", new double[ROWS], all));
  }

  @BeforeEach
  void writeProfile() throws IOException {
    real = Tables.write(folder.resolve("real.arrow"), ROWS, columns(0));
    generated = Tables.write(folder.resolve("generated.arrow"), ROWS, columns(1_000));
    Path profile = folder.resolve("good.profile");
    Outcome.of("profile", real, "-o", profile).result();
    good = EditedFile.read(profile);
  }

  private Path write(Consumer<EditedFile> change, String name) {
    EditedFile edited = EditedFile.of(good);
    change.accept(edited);
    try {
      return Files.write(folder.resolve(name), edited.container().toBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] text(String text) {
    return ("\5" + text).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] whole(int tag, long bits) {
    return ByteBuffer.allocate(9).put((byte) tag).putLong(bits).array();
  }

  private static Edit refused(String message, Consumer<EditedFile> change) {
    return new Edit(message, change);
  }

  private static List<Edit> contradictions() {
    return List.of(
        // What a column is.
        refused("'x' of occurrence 0 is there twice", file -> file.word("column/1/name", "x")),
        refused("occurrence -5", file -> file.word("column/1/occurrence", "-5")),
        refused("\"2147483648\"", file -> file.word("column/1/occurrence", "2147483648")),
        refused("not in the form", file -> file.word("column/1/occurrence", "+0")),
        refused("not in the form", file -> file.word("column/1/identifier", "False")),
        refused("column/1/identifier", file -> file.without("column/1/identifier")),
        refused("column/1/step", file -> file.without("column/1/step")),
        refused("of int64 is 2", file -> file.word("column/1/step", "2")),
        refused("expected > 0", file -> file.word("column/4/step", "0")),
        refused("expected > 0", file -> file.word("column/4/step", "-86400")),
        refused("DATE in steps of 86400", file -> file.word("column/4/step", "8.64E+4")),
        refused("is not a number", file -> file.word("column/4/step", "1e99999")),
        refused("expected BOOLEAN", file -> file.word("column/3/family", "INTEGER")),
        refused("expected INTEGER", file -> file.word("column/1/family", "FLOATING")),
        refused("expected INSTANT", file -> file.word("column/5/family", "TIMESTAMP")),
        refused("expected TEXT", file -> file.word("column/1/type", "dictionary<utf8>")),
        refused("Family.integer", file -> file.word("column/1/family", "integer")),
        refused("cannot be counted", file -> type(file, 7, "list", "NESTED")),
        refused("cannot be binned", file -> type(file, 1, "utf8", "TEXT")),
        refused("has no values to list", file -> type(file, 1, "null", "NULL")),
        refused("has no values to list", file -> type(file, 2, "null", "NULL")),
        refused(
            "'x' of type float64 (FLOATING) cannot be an identifier",
            file -> file.word("column/0/identifier", "true")),
        refused("(BOOLEAN) cannot be", file -> file.word("column/3/identifier", "true")),
        refused(
            "column 'k' is marked as an identifier and in a pair",
            file -> file.word("column/1/identifier", "true")),
        // What it lists.
        refused("no value of a column of BOOLEAN", file -> type(file, 2, "bool", "BOOLEAN")),
        refused("no value of a column of INTEGER", file -> type(file, 2, "int8", "INTEGER")),
        refused("no value of a column of BINARY", file -> type(file, 2, "binary", "BINARY")),
        refused("no value of a column of TEXT", file -> known(file, whole(2, 0))),
        refused("do not ascend", file -> known(file, text("b"), text("a"))),
        refused("do not ascend", file -> known(file, text("a"), text("a"))),
        refused("symbol 0 has no key", file -> file.bytes("column/2/known.ends", 0, 4)),
        refused("a key of 9 bytes", file -> known(file, whole(9, 0))),
        // Edges.
        refused("is beyond the doubles", file -> file.word("column/0/edges", "0 1 1e309")),
        refused("is beyond the doubles", file -> file.word("column/0/edges", "-1e400 0 1")),
        refused("expected a double", file -> file.word("column/0/edges", "0 0.1 1")),
        refused("is not a number", file -> file.word("column/0/edges", "NaN 1 2")),
        refused("is not a number", file -> file.word("column/0/edges", "")),
        refused(
            "a number of 9999999 characters",
            file -> file.word("column/0/edges", "0 " + "9".repeat(9_999_999))),
        refused("got 1 edges", file -> file.word("column/1/edges", "1")),
        refused("must ascend", file -> file.word("column/1/edges", "1 1 2")),
        refused("numbers, expected", file -> file.word("column/1/edges", "1 2 3")),
        // Counts.
        refused("the column has", file -> file.numbers("column/2/counts", EditedProfileTest::move)),
        refused(
            "the table of columns 'x'", file -> file.numbers("joint", EditedProfileTest::moveCell)),
        refused("add up to 61", file -> file.numbers("column/0/counts", counts -> counts[1]++)),
        refused("add up to 59", file -> file.numbers("joint", EditedProfileTest::take)),
        refused("expected the 61 rows", file -> file.counts("rows", 61)),
        refused("how many rows", file -> file.counts("rows", 60, 60)),
        refused("how many rows", file -> file.without("rows")),
        refused("has 3 numbers", file -> file.counts("column/0/counts", 1, 2, 57)),
        refused("has no column/0/counts", file -> file.without("column/0/counts")),
        refused(
            "its counts add up to more than 2^63 - 1",
            file -> file.counts("column/2/counts", Long.MAX_VALUE, Long.MAX_VALUE, 1)),
        refused("has 4095 numbers", file -> file.counts("column/2/buckets", new long[BUCKETS - 1])),
        refused("the column has", file -> file.bytes("column/2/coarse", 0, 2, 1, 2)),
        // Pairs.
        refused("0 <= x < y", file -> file.numbers("pairs", pairs -> pairs[1] = pairs[0])),
        refused("coarsened columns", file -> file.numbers("pairs", pairs -> pairs[1] = 200)),
        refused("expected a later one", file -> file.numbers("pairs", EditedProfileTest::repeat)),
        refused("joint has", file -> file.counts("joint", 1)),
        refused("has no column/0/coarse.symbols", file -> file.without("column/0/coarse.symbols")),
        refused("of 7 coarsened columns", file -> file.without("column/0/coarse")),
        refused("has 4000 coarse symbols", file -> file.word("column/0/coarse.symbols", "4000")),
        refused("has 0 coarse symbols", file -> file.word("column/0/coarse.symbols", "0")),
        // What is not read.
        refused("not in the form", file -> file.word("column/8/nam", "more")),
        refused("column/8/family", file -> file.word("column/8/name", "more")),
        refused("not in the form", file -> file.counts("more", 1)));
  }

  private static EditedFile type(EditedFile file, int column, String type, String family) {
    String prefix = "column/" + column + "/";
    return file.word(prefix + "type", type).word(prefix + "family", family);
  }

  private static EditedFile known(EditedFile file, byte[]... keys) {
    return file.keys("column/2/known", List.of(keys));
  }

  /** Moves a row from the largest count to another, so that the total stays. */
  private static void move(long[] counts) {
    int from = largest(counts);
    counts[from]--;
    counts[from == 1 ? 2 : 1]++;
  }

  /** So in the first table, of at least 3 x 3 cells. */
  private static void moveCell(long[] cells) {
    int from = largest(Arrays.copyOf(cells, 9));
    cells[from]--;
    cells[(from + 1) % 9]++;
  }

  private static void take(long[] counts) {
    counts[largest(counts)]--;
  }

  private static int largest(long[] counts) {
    return IntStream.range(0, counts.length)
        .reduce((a, b) -> counts[a] >= counts[b] ? a : b)
        .orElseThrow();
  }

  private static void repeat(long[] pairs) {
    pairs[2] = pairs[0];
    pairs[3] = pairs[1];
  }

  private static void scale(EditedFile file, long factor) {
    for (String name : List.copyOf(file.tensors().keySet())) {
      if (name.equals("rows") || name.equals("joint") || name.endsWith("counts")) {
        file.numbers(name, counts -> Arrays.setAll(counts, i -> counts[i] * factor));
      }
    }
  }

  private static EditedFile named(EditedFile file, String name) {
    return file.word("column/0/name", name);
  }

  /** Digits that a number has, and hardly any column. */
  private static String edges(EditedFile file, int column, String zeros) {
    String[] edges = file.words().get("column/" + column + "/edges").split(" ", -1);
    return IntStream.range(0, edges.length)
        .mapToObj(i -> new BigDecimal((i + 1) + zeros).toString())
        .collect(Collectors.joining(" "));
  }

  /** The largest doubles. */
  private static String largestEdges(EditedFile file, int column) {
    int count = file.words().get("column/" + column + "/edges").split(" ", -1).length;
    double[] edges = new double[count];
    edges[count - 1] = Double.MAX_VALUE;
    for (int i = count - 2; i >= 0; i--) {
      edges[i] = Math.nextDown(edges[i + 1]);
    }
    return Arrays.stream(edges)
        .mapToObj(edge -> new BigDecimal(edge).toString())
        .collect(Collectors.joining(" "));
  }

  private static List<Consumer<EditedFile>> possible() {
    return List.of(
        file -> {},
        // Names are anybody's.
        file -> named(file, ""),
        file -> named(file, " "),
        file -> named(file, "\33[31m\n\u202e\u2028\u009b|`<b>"),
        file -> named(file, "\ud83d\ude00".repeat(50_000)),
        file -> named(file, "\ud800"),
        file -> file.word("column/0/occurrence", "2147483647"),
        file -> file.word("column/1/name", "x").word("column/1/occurrence", "1"),
        file -> file.word("column/1/identifier", "true").without("pairs").without("joint"),
        // Types that are nobody's, or that other columns compare with.
        file -> file.word("column/2/type", "x".repeat(100_000)),
        file -> file.word("column/2/type", "bool\33[31m\n"),
        file -> type(file, 2, "large_utf8", "TEXT"),
        file -> type(file, 1, "decimal256(76,0)", "DECIMAL"),
        file -> type(file, 1, "float16", "FLOATING"),
        file -> type(file, 1, "time64[s]", "TIME"),
        file -> type(file, 1, "timestamp[s]", "TIMESTAMP"),
        file -> type(file, 1, "timestamp[s, No/Where\n]", "INSTANT"),
        file -> type(file, 1, "duration[s]", "DURATION"),
        file -> type(file, 1, "fathoms", "DURATION").word("column/1/step", "1E-9990"),
        file -> type(file, 1, "fathoms", "TIME").word("column/1/step", "1E+9990"),
        file -> type(file, 1, "fathoms", "DATE").word("column/1/step", "0.0333333333333"),
        file -> type(file, 1, "fathoms", "INSTANT").word("column/1/step", "86399.999999"),
        file -> type(file, 7, "bool", "BOOLEAN"),
        file -> type(file, 7, "null", "NULL"),
        // Edges where no value is.
        file -> file.word("column/1/edges", edges(file, 1, "0".repeat(9_990))),
        file -> file.word("column/1/edges", edges(file, 1, "e-9990")),
        file -> file.word("column/4/edges", edges(file, 4, "e+9000")),
        file -> file.word("column/4/edges", edges(file, 4, "e-30")),
        file -> file.word("column/5/edges", edges(file, 5, "0".repeat(18))),
        file -> file.word("column/0/edges", largestEdges(file, 0)),
        // As many rows as can be.
        file -> scale(file, Long.MAX_VALUE / ROWS),
        file -> scale(file, 1L << 56),
        file -> scale(file, 0),
        // Texts that are none, as Arrow data has them too.
        file -> known(file, text("\303("), text("\377\377")),
        file -> known(file, text(""), text("\33[31m\n")));
  }

  private List<Object[]> commands(Path odd) {
    Path out = folder.resolve("out");
    return List.of(
        new Object[] {"inspect", odd, "--format", "json"},
        new Object[] {"score", odd, generated},
        new Object[] {"score", odd, generated, "--format", "json", "--counts"},
        new Object[] {"score", odd, generated, "--format", "markdown"},
        new Object[] {"score", odd, odd},
        new Object[] {"score", folder.resolve("good.profile"), odd},
        new Object[] {"score", real, odd},
        new Object[] {"score", odd, generated, "--every", "20"},
        new Object[] {"score", odd, generated, "--window", "20"},
        new Object[] {"score", odd, generated, "--half-life", "20"},
        new Object[] {"score", odd, generated, "--explain", "k,w"},
        new Object[] {"merge", odd, odd, "-o", out},
        new Object[] {"merge", odd, folder.resolve("good.profile"), "-o", out},
        new Object[] {"subtract", odd, odd, "-o", out},
        new Object[] {"rank", odd, generated, real},
        new Object[] {"rank", odd, odd, odd, "--format", "json"},
        new Object[] {"profile", generated, "--reference", odd, "--min-count", 5, "-o", out},
        new Object[] {"divergence", odd, "--p", "x", "--q", "k"},
        new Object[] {"discriminate", odd, generated});
  }

  /**
   * A result, or one line that says why there is none: no command fails by its own fault. A build
   * tries a third of the commands on each.
   */
  @Test
  void whatIsPossibleSurvivesEveryCommand() {
    List<Executable> checks = new ArrayList<>();
    List<Consumer<EditedFile>> edits = possible();
    for (int i = 0; i < edits.size(); i++) {
      Path odd = write(edits.get(i), "odd" + i + ".profile");
      checks.add(() -> Outcome.of("inspect", odd).result());
      List<Object[]> commands = commands(odd);
      for (int c = 0; c < commands.size(); c++) {
        Object[] command = commands.get(c);
        if (c < 2 || (i + c) % 3 == 0 || Measured.isFull()) {
          checks.add(() -> assertSurvives(command));
        }
      }
    }
    assertAll(checks);
  }

  private static void assertSurvives(Object[] command) {
    Outcome outcome = Outcome.of(command);
    String words = List.of(command) + ": " + outcome.err();
    if (outcome.exitCode() != ExitCode.OK) {
      assertTrue(Set.of(ExitCode.USAGE, ExitCode.DATA).contains(outcome.exitCode()), words);
      assertEquals(1, outcome.err().lines().count(), words);
    }
    assertTrue(outcome.err().chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), words);
  }

  @Test
  void whatContradictsItselfIsRefused() {
    List<Executable> checks = new ArrayList<>();
    for (Edit edit : contradictions()) {
      checks.add(
          () -> {
            Path bad = write(edit.change(), "bad.profile");
            Outcome.of("inspect", bad).refuses(ExitCode.DATA, bad, edit.message());
          });
    }
    assertAll(checks);
  }
}
