package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.lanewise.column.Table;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.TimeUnit;

/**
 * The reader of Arrow data, from the first byte to the last value, and to the score of what is
 * small: a table that is read is fitted, counted, and compared with itself.
 */
public final class ReaderTarget implements FuzzTarget {

  /** Most rows of what is scored, so that a fuzzer has thousands of turns. */
  private static final int MOST_ROWS = 1 << 12;

  /** Most columns of the same: as many as the widest seed has, and some. */
  private static final int MOST_COLUMNS = 16;

  private static final byte[] NONE = new byte[0];

  private final String ending;
  private final Supplier<IpcBytes> start;
  private final Function<IpcBytes, byte[]> finish;

  private ReaderTarget(String ending, Supplier<IpcBytes> start, Function<IpcBytes, byte[]> finish) {
    this.ending = ending;
    this.start = start;
    this.finish = finish;
  }

  /** Starts from IPC files. */
  public static ReaderTarget ofFiles() {
    return new ReaderTarget(".arrow", IpcBytes::startFile, IpcBytes::file);
  }

  /** Starts from IPC streams. */
  public static ReaderTarget ofStreams() {
    return new ReaderTarget(".arrows", IpcBytes::stream, stream -> stream.end().bytes());
  }

  @Override
  public boolean feed(byte[] input) {
    Refusals.arriveOrRefuse(input, stream -> ReadThrough.of(stream.schema(), stream));
    return Refusals.readOrRefuse(input, ReaderTarget::readAndScore).isPresent();
  }

  /** Returns how many columns were scored. */
  static int readAndScore(Table table) {
    int read = ReadThrough.of(table);
    int columns = table.schema().fields().size();
    if (read == 0 || table.rowCount() == 0) {
      return 0;
    }
    if (table.rowCount() > MOST_ROWS || columns > MOST_COLUMNS) {
      return 0;
    }
    Scorer usual = Scorer.ofDefaults();
    Scorer scorer =
        new Scorer(
            usual.selection(),
            usual.bins(),
            usual.pairs(),
            usual.smoothing(),
            usual.estimator(),
            usual.seed(),
            1,
            usual.kernels());
    Scorecard card = scorer.score(table, table);
    for (ColumnScore column : card.columns()) {
      Comparison comparison = column.comparison();
      assertTrue(comparison != null && comparison.js() == 0, () -> column + " differs from itself");
    }
    return card.columns().size();
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String name :
        List.of("js-one-row.gen", "js-zero-rows.gen", "polars-categorical.zstd.gen")) {
      seeds.add(Files.readAllBytes(InteropTest.path("files/" + name + ending)));
    }
    for (IpcBytes table : List.of(numbers(), strings(), dictionaries(), compressed(), nested())) {
      seeds.add(finish.apply(table));
    }
    return seeds;
  }

  private IpcBytes numbers() {
    byte[] validity = IpcBytes.bits(0b101);
    return start
        .get()
        .schema(
            FieldSpec.integer("i8", 8, true),
            FieldSpec.integer("u16", 16, false),
            FieldSpec.integer("i32", 32, true),
            FieldSpec.integer("u64", 64, false),
            FieldSpec.floating("f16", Precision.HALF),
            FieldSpec.floating("f32", Precision.SINGLE),
            FieldSpec.float64("f64"),
            FieldSpec.decimal("d128", 128, 30, 2),
            FieldSpec.timestamp("at", TimeUnit.MICROSECOND, "UTC"),
            FieldSpec.bool("b"),
            FieldSpec.nulls("none"))
        .batch(
            BatchSpec.rows(3)
                .column(validity, IpcBytes.bits(1, 2, 255))
                .column(NONE, IpcBytes.bits(1, 0, 2, 0, 255, 255))
                .column(validity, IpcBytes.le(1, -1, Integer.MAX_VALUE))
                .column(NONE, IpcBytes.le(1L, -1L, Long.MIN_VALUE))
                .column(NONE, IpcBytes.bits(0, 0x3c, 0, 0x7c, 1, 0))
                .column(NONE, IpcBytes.le(1, 0x7fc00000, 0x3f800000))
                .column(validity, IpcBytes.le(1.5, Double.NaN, -0.0))
                .column(NONE, IpcBytes.le(1L, 0L, -1L, -1L, 0L, 1L))
                .column(NONE, IpcBytes.le(0L, 1L, Long.MAX_VALUE))
                .column(NONE, IpcBytes.bits(0b011))
                .column());
  }

  private IpcBytes strings() {
    byte[] text = IpcBytes.utf8("abcdefghijklmnopq");
    byte[] offsets = IpcBytes.le(0, 2, 2, 17);
    byte[] views =
        IpcBytes.le(
            3, 'x' | 'y' << 8 | 'z' << 16, 0, 0, 17, 'a' | 'b' << 8 | 'c' << 16, 0, 0, 0, 0, 0, 0);
    return start
        .get()
        .schema(
            FieldSpec.utf8("s"),
            FieldSpec.largeUtf8("large"),
            FieldSpec.binary("b"),
            FieldSpec.fixedBinary("fixed", 2),
            FieldSpec.utf8View("view"),
            FieldSpec.binaryView("bytes"))
        .batch(
            BatchSpec.rows(3)
                .column(IpcBytes.bits(0b101), offsets, text)
                .column(NONE, IpcBytes.le(0L, 1L, 1L, 17L), text)
                .column(NONE, offsets, text)
                .column(NONE, Arrays.copyOf(text, 6))
                .views(NONE, views, text)
                .views(NONE, views, text));
  }

  private IpcBytes dictionaries() {
    return start
        .get()
        .schema(
            FieldSpec.utf8("d").dictionary(7, 8, true),
            FieldSpec.integer("n", 64, true).dictionary(8, 16, false))
        .dictionary(
            7, false, BatchSpec.rows(2).column(NONE, IpcBytes.le(0, 1, 3), IpcBytes.utf8("abc")))
        .dictionary(8, false, BatchSpec.rows(1).column(NONE, IpcBytes.le(42L)))
        .dictionary(7, true, BatchSpec.rows(1).column(NONE, IpcBytes.le(0, 1), IpcBytes.utf8("d")))
        .batch(
            BatchSpec.rows(4)
                .column(IpcBytes.bits(0b1101), IpcBytes.bits(0, 1, 1, 2))
                .column(NONE, IpcBytes.bits(0, 0, 0, 0, 0, 0, 0, 0)));
  }

  private IpcBytes compressed() {
    byte[] values = IpcBytes.le(1L, 2L, 3L, 2L, 1L, 2L, 3L, 2L);
    byte[] buffer = Frames.prefixed(values.length, Zstd.compress(values));
    byte[] plain = Frames.prefixed(-1, values);
    return start
        .get()
        .schema(FieldSpec.integer("x", 64, true), FieldSpec.float64("y"))
        .batch(
            BatchSpec.rows(8)
                .compressed(CompressionType.ZSTD)
                .column(NONE, buffer)
                .column(NONE, plain));
  }

  private IpcBytes nested() {
    return start
        .get()
        .schema(
            FieldSpec.struct("s", FieldSpec.integer("x", 32, true), FieldSpec.utf8("y")),
            FieldSpec.integer("z", 32, true))
        .batch(
            BatchSpec.rows(1)
                .column(NONE)
                .column(NONE, IpcBytes.le(1))
                .column(NONE, IpcBytes.le(0, 1), IpcBytes.utf8("a"))
                .column(NONE, IpcBytes.le(5)));
  }
}
