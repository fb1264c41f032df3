package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of tables that have little to learn from, or too much: trained, generated, read. */
class UnusualTableTest {

  private static final int ROWS = 60;

  @TempDir private Path folder;

  /** Trains on a table and generates from it; returns what was said while it was trained. */
  private List<String> generate(Path table, int rows, Object... options) {
    Path model = folder.resolve("a.model");
    Outcome outcome = SmallTraining.train(table, model, options);
    assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
    Outcome.of("inspect", model).result();
    Outcome.of("generate", model, "-n", rows, "-o", generated()).result();
    return outcome.err().lines().toList();
  }

  private Path generated() {
    return folder.resolve("generated.arrow");
  }

  /** A column as Arrow's own reader has it, of a file of one batch. */
  private record Read(Field field, List<Object> values) {}

  private static List<Read> read(Path file) throws IOException {
    List<Read> columns = new ArrayList<>();
    try (var allocator = new RootAllocator();
        var reader = new ArrowFileReader(Files.newByteChannel(file), allocator)) {
      assertTrue(reader.loadNextBatch());
      for (FieldVector vector : reader.getVectorSchemaRoot().getFieldVectors()) {
        columns.add(new Read(vector.getField(), values(vector, reader)));
      }
    }
    return columns;
  }

  private static List<Object> values(FieldVector vector, ArrowFileReader reader)
      throws IOException {
    if (vector.getField().getDictionary() == null) {
      return objects(vector);
    }
    long id = vector.getField().getDictionary().getId();
    try (var decoded = DictionaryEncoder.decode(vector, reader.getDictionaryVectors().get(id))) {
      return objects((FieldVector) decoded);
    }
  }

  private static List<Object> objects(FieldVector vector) {
    List<Object> values = new ArrayList<>();
    for (int row = 0; row < vector.getValueCount(); row++) {
      Object value = vector.getObject(row);
      values.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value));
    }
    return values;
  }

  private static boolean isNested(Field field) {
    return !field.getChildren().isEmpty() || field.getType() instanceof ArrowType.Struct;
  }

  /**
   * Writes the first value of each column of a file, or null, into all rows, beside a column that
   * varies.
   */
  private Path sameInAllRows(Path source, boolean isNull) throws IOException {
    Path table = folder.resolve("same.arrow");
    List<FieldVector> vectors = new ArrayList<>();
    try (var allocator = new RootAllocator();
        var reader = new ArrowFileReader(Files.newByteChannel(source), allocator)) {
      assertTrue(reader.loadNextBatch());
      for (FieldVector from : reader.getVectorSchemaRoot().getFieldVectors()) {
        FieldVector same = from.getField().createVector(allocator);
        same.allocateNew();
        int first =
            IntStream.range(0, from.getValueCount())
                .filter(row -> !from.isNull(row))
                .findFirst()
                .orElse(-1);
        for (int row = 0; row < ROWS && first >= 0 && !isNull; row++) {
          same.copyFromSafe(first, row, from);
        }
        same.setValueCount(ROWS);
        vectors.add(same);
      }
      var floating = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      var varying =
          (Float8Vector)
              new Field("varies", FieldType.notNullable(floating), List.of())
                  .createVector(allocator);
      for (int row = 0; row < ROWS; row++) {
        varying.setSafe(row, row);
      }
      varying.setValueCount(ROWS);
      vectors.add(varying);
      try (var root = new VectorSchemaRoot(vectors);
          var out = new FileOutputStream(table.toFile());
          var writer = new ArrowFileWriter(root, reader, out.getChannel())) {
        writer.start();
        writer.writeBatch();
        writer.end();
      }
    }
    return table;
  }

  /** Every type that is scored comes back, in the same schema; nested columns are left out. */
  @ParameterizedTest
  @CsvSource({
    "js-alltypes, false",
    "js-alltypes, true",
    "polars-alltypes.uncompressed, false",
    "polars-alltypes.uncompressed, true",
    "polars-categorical.uncompressed, false"
  })
  void columnsThatNeverVaryAreKeptExactly(String name, boolean isNull) throws IOException {
    Path table = sameInAllRows(Tables.interop("files/" + name + ".real.arrow"), isNull);
    List<String> told = generate(table, ROWS);
    List<Read> flat = new ArrayList<>();
    for (Read column : read(table)) {
      String prefix = "lanewise: column '" + column.field().getName() + "': ";
      boolean varies = column.field().getName().equals("varies");
      String note = told.stream().filter(line -> line.startsWith(prefix)).findFirst().orElse("");
      if (isNested(column.field())) {
        assertTrue(note.endsWith(", left out"), prefix + " of " + told);
      } else {
        flat.add(column);
        assertEquals(varies ? "" : "kept so", note.replaceFirst(".*, ", ""), prefix + note);
      }
    }
    List<Read> made = read(generated());
    assertEquals(flat.stream().map(Read::field).toList(), made.stream().map(Read::field).toList());
    for (int i = 0; i < flat.size() - 1; i++) {
      assertEquals(flat.get(i).values(), made.get(i).values(), flat.get(i).field().toString());
    }
    assertTrue(flat.size() >= 3, flat.size() + " columns");
  }

  /** Of one row nothing varies; from two on there is something to learn, if not well. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 7})
  void fewRowsAreLearntFrom(int rows) throws IOException {
    double[] x = IntStream.range(0, rows).mapToDouble(i -> i * 1.5).toArray();
    String[] t = IntStream.range(0, rows).mapToObj(i -> "t" + i % 2).toArray(String[]::new);
    Path table =
        Tables.write(folder.resolve("few.arrow"), Tables.doubles("x", x), Tables.words("t", t));
    for (int pack : new int[] {1, 4, 64}) {
      generate(table, 20, "--pack=" + pack);
      for (Object value : read(generated()).getFirst().values()) {
        double number = Double.parseDouble((String) value);
        assertTrue(number >= 0 && number <= x[rows - 1], "x is " + number);
      }
    }
  }

  @Test
  void whereNothingVariesThereIsNothingToLearn() throws IOException {
    Path model = folder.resolve("a.model");
    Path one =
        Tables.write(folder.resolve("one.arrow"), Tables.doubles("x", 1), Tables.words("t", "a"));
    SmallTraining.train(one, model).refuses(ExitCode.DATA, one, "nothing to learn");
    BitSet all = new BitSet();
    all.set(0, 3);
    OutputColumn nulls = new OutputColumn.Doubles("x", new double[3], all);
    Path empty = Tables.write(folder.resolve("null.arrow"), nulls);
    SmallTraining.train(empty, model).refuses(ExitCode.DATA, empty, "nothing to learn");
    Path none = Tables.write(folder.resolve("none.arrow"), 1000, List.of());
    SmallTraining.train(none, model).refuses(ExitCode.DATA, none, "0 columns, expected at least 1");
    assertTrue(Files.notExists(model));
  }

  /** Nearly every value is another: no histogram tells how far generated ones are from them. */
  @Test
  void identifiersAloneAreRefused() throws IOException {
    Path model = folder.resolve("a.model");
    long[] id = IntStream.range(0, 300).mapToLong(i -> i * 7L).toArray();
    String[] name = IntStream.range(0, 300).mapToObj(i -> "n" + i).toArray(String[]::new);
    Path table =
        Tables.write(
            folder.resolve("ids.arrow"), Tables.longs("id", id), Tables.words("name", name));
    SmallTraining.train(table, model).refuses(ExitCode.DATA, table, "identifiers");
    assertTrue(Files.notExists(model));
  }

  /** As many categories as can be trained are; the others come as often as they did. */
  @ParameterizedTest
  @ValueSource(ints = {10_000, 100_000})
  void manyCategories(int count) throws IOException {
    List<String> words = IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    // The first thousand occur twice.
    int[] indices = IntStream.range(0, count + 1_000).map(i -> i % count).toArray();
    double[] x = IntStream.range(0, indices.length).mapToDouble(i -> i).toArray();
    Path table =
        Tables.write(
            folder.resolve("many.arrow"),
            new OutputColumn.Words("t", indices, words, new BitSet()),
            Tables.doubles("x", x));
    List<String> told = generate(table, 3_000, "--epochs=1", "--every=1", "--batch=4096");
    assertEquals(
        String.format(
            Locale.ROOT,
            "lanewise: column 't': %,d categories, the 999 most frequent are trained, the others"
                + " drawn by their frequency",
            count),
        told.getFirst());
    Set<Object> made = new HashSet<>(read(generated()).getFirst().values());
    assertTrue(new HashSet<Object>(words).containsAll(made), "only what occurs");
    assertTrue(made.size() > 10, made.size() + " categories");
  }

  /** NaN and each infinity are choices of their own; -0 is 0. */
  @Test
  void valuesThatAreNoNumbersAreGeneratedAsSuch() throws IOException {
    double[] odd = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      -0.0,
      Double.longBitsToDouble(-1L)
    };
    double[] x = new double[300];
    double[] zero = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 6 == 5 ? i : odd[i % 6];
      zero[i] = i % 3 == 0 ? -0.0 : i % 3;
    }
    BitSet nulls = new BitSet();
    nulls.set(5);
    nulls.set(50);
    Path table =
        Tables.write(
            folder.resolve("odd.arrow"),
            new OutputColumn.Doubles("x", x, nulls),
            Tables.doubles("zero", zero));
    generate(table, 4_000, "--epochs=60", "--every=30");
    List<Read> made = read(generated());
    Set<Object> values = new HashSet<>(made.getFirst().values());
    for (String value : List.of("NaN", "Infinity", "-Infinity", "0.0")) {
      assertTrue(values.contains(value), value + " is not in " + values);
    }
    assertFalse(values.contains("-0.0"), "-0.0 is 0");
    assertEquals(Set.of("0.0", "1.0", "2.0"), new HashSet<>(made.get(1).values()));
    // Each alone: nothing but what is no number.
    for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      double[] same = new double[x.length];
      Arrays.fill(same, value);
      double[] mixed = same.clone();
      Arrays.fill(mixed, 0, 100, Double.POSITIVE_INFINITY);
      Path alone =
          Tables.write(
              folder.resolve("alone.arrow"),
              Tables.doubles("same", same),
              Tables.doubles("mixed", mixed));
      generate(alone, 100);
      assertEquals(
          Set.of(String.valueOf(value)), new HashSet<>(read(generated()).getFirst().values()));
    }
  }
}
