package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.StreamingEvaluator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrow's own readers, and the C stream interface, bring the same rows as the file. */
class VectorStreamTest {

  private static final String DUPLICATE = "duplicate_fieldnames";

  /** Uncompressed ones, because Arrow's reader needs a further library for the others. */
  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path file : Shared.files("arrow-testing/golden")) {
      String path = file.toString();
      if (!path.endsWith(".json.gz")
          && !path.contains("bigendian")
          && !path.contains("2.0.0")
          && !path.contains(DUPLICATE)) {
        files.add(file);
      }
    }
    return files;
  }

  private static ArrowReader reader(Path file, BufferAllocator allocator) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean isFile = new String(bytes, 0, 6, StandardCharsets.US_ASCII).equals(Content.MAGIC);
    return isFile
        ? new ArrowFileReader(new ByteArrayReadableSeekableByteChannel(bytes), allocator)
        : new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator);
  }

  private static List<List<String>> values(VectorStream stream) {
    List<Field> fields = stream.schema().fields();
    List<List<String>> values = new ArrayList<>();
    fields.forEach(_ -> values.add(new ArrayList<>()));
    stream.forEach(
        batch -> {
          assertEquals(stream.schema(), batch.schema());
          for (int c = 0; c < fields.size(); c++) {
            Family family = fields.get(c).type().family();
            if (family != Family.NESTED) {
              values.get(c).addAll(TableText.of(batch.column(c), family == Family.BINARY));
            }
          }
        });
    return values;
  }

  @ParameterizedTest
  @MethodSource("files")
  void aReaderBringsWhatTheFileHolds(Path file) throws IOException {
    try (var table = ArrowTable.open(List.of(file), new MemoryBudget(1L << 26));
        var allocator = new RootAllocator();
        var stream = VectorStream.of("reader", reader(file, allocator))) {
      assertEquals(table.schema(), stream.schema());
      assertEquals(TableText.of(table), values(stream));
      assertEquals(table.rowCount(), stream.rowCount());
    }
  }

  @Test
  void thereAreFilesToCompare() throws IOException {
    assertTrue(files().size() > 40, () -> "files");
  }

  @Test
  void theCStreamBringsWhatTheFileHolds() throws IOException {
    Path file = Shared.path("data/adult/real.arrow");
    try (var table = ArrowTable.open(List.of(file), new MemoryBudget(1L << 26));
        var allocator = new RootAllocator();
        var exported = ArrowArrayStream.allocateNew(allocator)) {
      Data.exportArrayStream(allocator, reader(file, allocator), exported);
      try (var stream = CStream.open("c stream", exported.memoryAddress(), allocator)) {
        assertEquals(table.schema(), stream.schema());
        assertEquals(TableText.of(table), values(stream));
      }
    }
  }

  @Test
  void noAddressIsNoStream() {
    try (var allocator = new RootAllocator()) {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> CStream.open("c stream", 0, allocator));
      assertEquals("c stream: address 0 is no stream", e.getMessage());
    }
  }

  /** The whole way: a reader or a C stream into an evaluator, against the score of the files. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "js-alltypes",
        "js-dict",
        "polars-alltypes.uncompressed",
        "polars-categorical.uncompressed"
      })
  void aStreamedScoreIsTheScoreOfTheFiles(String pair) throws IOException {
    Path real = Shared.path("interop/files/" + pair + ".real.arrow");
    Path generated = Shared.path("interop/files/" + pair + ".gen.arrow");
    var budget = new MemoryBudget(1L << 28);
    Scorer scorer = Scorer.ofDefaults();
    try (var realTable = ArrowTable.open(List.of(real), budget);
        var generatedTable = ArrowTable.open(List.of(generated), budget);
        var allocator = new RootAllocator();
        var exported = ArrowArrayStream.allocateNew(allocator)) {
      Data.exportArrayStream(allocator, reader(generated, allocator), exported);
      try (var byReader = VectorStream.of("reader", reader(generated, allocator));
          var byC = CStream.open("c stream", exported.memoryAddress(), allocator)) {
        Scorecard expected = scorer.score(realTable, generatedTable);
        for (VectorStream stream : List.of(byReader, byC)) {
          var evaluator = StreamingEvaluator.fit(realTable, stream.schema(), scorer);
          stream.forEach(evaluator::acceptGenerated);
          assertEquals(expected, evaluator.snapshot());
        }
      }
    }
  }

  /** Arrow's own reader cannot load them; who needs them has {@link ArrowTable}. */
  @Test
  void twoColumnsOfOneNameAreRefusedWhereArrowCannotReadThem() throws IOException {
    String name = "arrow-testing/golden/1.0.0-littleendian/generated_" + DUPLICATE + ".stream";
    try (var allocator = new RootAllocator();
        var stream = VectorStream.of("reader", reader(Shared.path(name), allocator))) {
      var e = assertThrows(DataException.class, () -> stream.forEach(_ -> {}));
      assertTrue(e.getMessage().startsWith("reader: batch 0: "), e.getMessage());
    }
  }

  @Test
  void aCutStreamIsRefusedWithItsBatch() throws IOException {
    byte[] bytes =
        IpcBytes.stream()
            .schema(FieldSpec.integer("k", 32, true))
            .batch(BatchSpec.rows(1).column(new byte[0], new byte[] {1, 0, 0, 0}))
            .batch(BatchSpec.rows(1).column(new byte[0], new byte[] {2, 0, 0, 0}))
            .bytes();
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 4);
    try (var allocator = new RootAllocator();
        var stream =
            VectorStream.of(
                "reader", new ArrowStreamReader(new ByteArrayInputStream(cut), allocator))) {
      List<ColumnBatch> seen = new ArrayList<>();
      var e = assertThrows(DataException.class, () -> stream.forEach(seen::add));
      assertTrue(e.getMessage().startsWith("reader: batch 1: "), e.getMessage());
      assertEquals(1, stream.rowCount());
    }
  }

  @Test
  void whatTheVectorsLackIsToldByColumn() {
    try (var allocator = new RootAllocator();
        var vector = new IntVector("k", allocator);
        var other = new IntVector("l", allocator)) {
      vector.allocateNew(3);
      vector.setValueCount(3);
      other.allocateNew(2);
      other.setValueCount(2);
      List<FieldVector> vectors = List.of(vector, other);
      var root = new VectorSchemaRoot(List.of(vector.getField(), other.getField()), vectors, 3);
      VectorBatch batch = VectorBatch.of(root);
      assertEquals(List.of("<null>", "<null>", "<null>"), TableText.of(batch.column(0), false));
      var e = assertThrows(DataException.class, () -> batch.column(1));
      assertEquals("vectors: column \"l\": has 2 rows, and the batch has 3", e.getMessage());
    }
  }

  @Test
  void aMissingDictionaryIsToldByColumn() {
    var encoding = new DictionaryEncoding(7, false, new ArrowType.Int(32, true));
    var field =
        new org.apache.arrow.vector.types.pojo.Field(
            "k", new FieldType(true, new ArrowType.Int(32, true), encoding), List.of());
    try (var allocator = new RootAllocator();
        var root =
            VectorSchemaRoot.create(
                new org.apache.arrow.vector.types.pojo.Schema(List.of(field)), allocator)) {
      var e = assertThrows(DataException.class, () -> VectorBatch.of(root));
      assertEquals(
          "vectors: column \"k\" is encoded by dictionary 7, which is not provided",
          e.getMessage());
    }
  }

  /** What files and arrays call a type is what vectors call it. */
  @Test
  void vectorsAndArraysHaveOneSchema() {
    try (var allocator = new RootAllocator();
        var vector = new IntVector("k", allocator)) {
      vector.setValueCount(0);
      Schema schema = VectorBatch.of(VectorSchemaRoot.of(vector)).schema();
      assertEquals(new BatchBuilder(0).ints("k", new int[0]).build().schema(), schema);
    }
  }
}
