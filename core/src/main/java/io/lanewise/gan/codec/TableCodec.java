package io.lanewise.gan.codec;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Rows of a table as rows of floats, and back, fitted to a reference table.
 *
 * <p>A column of text, bytes or booleans has a choice for each category, the most frequent ones
 * first; beyond {@link CodecSettings#mostCategories} one more stands for all others, which decode
 * to one of them drawn by its frequency. Null is a choice, if there is any; so are NaN and the
 * infinities.
 *
 * <p>Of an ordered column, a number that takes much of the mass is a choice: a <i>spike</i>, with
 * at least 1/20 of the rows that are not null, and at least four times as many as the mean of the
 * values beside it (up to four on either side, the most frequent left out). What is left is cut at
 * valleys of the density into <i>stretches</i>, each a choice with a position: the rows in their
 * order are dealt into at most 128 blocks of at least 64 rows and 8 distinct values, and where a
 * block is at most a quarter as dense as denser ones on both sides, the widest gap in it parts two
 * stretches. A value's position is 2r - 1, r being the rank of the middle of its rows among those
 * of the stretch; so positions that are uniform on -1..1 decode to the reference's distribution,
 * whatever its shape. Between the {@link CodecSettings#mostKnots} values by which a stretch is
 * known, ranks are interpolated.
 *
 * <p>Decoding takes the largest choice, the first of equal ones, and positions in -1..1, to which
 * others are taken. Numbers stay within the least and the greatest of the reference, and on its
 * lattice: whole steps of the greatest common divisor of the differences of stored integers, in
 * exact arithmetic; of floating-point numbers that are all decimals of at most six digits after the
 * point, such decimals; else numbers of the narrowest format, of 16, 32 or 64 bits, that has all.
 *
 * <p>Encoding and decoding again returns the same row if no category is among the others, and of a
 * stretch each value is a knot (it has at most {@code mostKnots} distinct ones) of up to
 * 2<sup>23</sup> rows; else a number at most one knot away. Rows of other tables: a category that
 * the reference lacks is one of the others or, if there are none, the most frequent; a number
 * outside of the stretches goes to the nearest value of one, an infinity to the greatest or least;
 * null and NaN stand in for each other, and take the most frequent choice if neither occurs.
 *
 * <p>A column that is the same in every row, or null in every row, takes no floats and is decoded
 * as it was. Nested columns are left out.
 *
 * <p>A column that in every row of the reference is a function of another takes no floats either:
 * it is <i>determined</i>, and its value is looked up by what the other one decodes to, or, if that
 * is a number that the other one never had, by the nearest that it had. A generator that has both
 * errs in each on its own, and loses much of what they tell of each other. Both columns have at
 * most 512 distinct values, beside null, NaN and the infinities, and no integer beyond 64 bits; the
 * other's rows all come back from its floats. It must be no accident: were the two independent,
 * then of n rows and k values of the other each of the n - k repeats would agree with the first row
 * of its value by a chance of at most p, the share of the most frequent value of the column; {@code
 * p^(n - k) <= 1e-9} is asked for, and that at least half of the k values are in several rows. Of
 * columns that are functions of each other one is kept: the first whose values are all choices,
 * else the first. What follows from a determined column is looked up by what that one follows from;
 * and of several that a column follows from, one of the fewest values is taken. Rows of other
 * tables in which the function does not hold lose the value that they had.
 *
 * <p>Cost: fitting sorts each column, n log n, and compares pairs of columns of at most 512 values
 * up to their first contradiction, n for each pair without one; encoding and decoding take a search
 * in the knots, or a look at each choice, per value. Memory of a fit: 8 bytes a value of ordered
 * columns, 2 bytes a value of columns of at most 512 values, and all distinct strings.
 *
 * <p>Source: choices with positions, and modes told by the data, after Xu, Skoularidou,
 * Cuesta-Infante and Veeramachaneni (2019), Modeling tabular data using conditional GAN, section
 * 4.2; ranks in the place of normal mixtures.
 */
public final class TableCodec {

  private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

  private final Schema schema;
  private final List<ColumnCodec> columns;
  private final List<Field> unused;
  private final RowLayout layout;

  /** For each column, what a value can be. */
  private final List<List<RowLayout.Choice>> choices;

  /** For each column, the first of its floats, or of those that determine it. */
  private final int[] firstFloats;

  /** For each block, its column. */
  private final int[] columnsOfBlocks;

  TableCodec(Schema schema, List<ColumnCodec> columns, List<Field> unused) {
    this.schema = schema;
    this.columns = List.copyOf(columns);
    this.unused = List.copyOf(unused);
    this.choices = columns.stream().map(ColumnCodec::choices).toList();
    this.firstFloats = new int[columns.size()];
    List<RowLayout.Block> blocks = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < firstFloats.length; i++) {
      firstFloats[i] = next;
      if (varies(i)) {
        blocks.add(new RowLayout.Block(next, choices.get(i)));
        next += blocks.getLast().width();
      }
    }
    for (int i = 0; i < firstFloats.length; i++) {
      firstFloats[i] = firstFloats[told(i)];
    }
    this.layout = new RowLayout(blocks);
    this.columnsOfBlocks = IntStream.range(0, columns.size()).filter(this::varies).toArray();
  }

  /** The column whose floats tell a column. */
  private int told(int column) {
    return switch (columns.get(column)) {
      case DeterminedCodec determined -> determined.base();
      case ValueCodec _ -> column;
    };
  }

  /** Whether a column takes floats. */
  private boolean varies(int column) {
    return choices.get(column).size() > 1 || choices.get(column).getFirst().hasPosition();
  }

  /**
   * A codec for the rows of a table.
   *
   * @throws DataException if it has no rows, or no column that is not nested, or cannot be read
   */
  public static TableCodec fit(Table table, CodecSettings settings) {
    List<Field> used = new ArrayList<>();
    List<Field> unused = new ArrayList<>();
    List<ColumnFitter> fitters = new ArrayList<>();
    for (Field field : table.schema().fields()) {
      Family family = field.type().family();
      (family == Family.NESTED ? unused : used).add(field);
      if (family != Family.NESTED) {
        fitters.add(
            family.ordered()
                ? new NumberFitter(field.type(), settings)
                : new CategoryFitter(settings));
      }
    }
    if (used.isEmpty()) {
      throw new DataException(
          "%s: %d columns, expected at least 1 that is not nested"
              .formatted(table.source(), table.schema().fields().size()));
    }
    if (table.rowCount() == 0) {
      throw new DataException(table.source() + ": 0 rows, expected at least 1");
    }
    int[] positions = positions(table.schema());
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          for (int i = 0; i < positions.length; i++) {
            look(open.column(positions[i]), fitters.get(i));
          }
        }
      }
    }
    return new TableCodec(
        new Schema(used),
        new FunctionSearch(fitters.stream().map(ColumnFitter::fitted).toList()).codecs(),
        unused);
  }

  /**
   * The codec that a container holds.
   *
   * @param source how the file is called in messages
   * @throws DataException if it holds none as {@link #write} writes them
   */
  public static TableCodec read(Container container, String source) {
    try {
      return CodecEntries.read(container.metadata(), container.tensors());
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }

  /** Adds this codec, under keys that begin with {@code codec/}; equal ones as equal entries. */
  public void write(SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) {
    CodecEntries.write(schema, columns, unused, metadata, tensors);
  }

  /**
   * Whether another codec turns all rows into the same floats, and all floats into the same rows.
   */
  public boolean isSameAs(TableCodec other) {
    SortedMap<String, String> words = new TreeMap<>();
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    write(words, tensors);
    SortedMap<String, String> otherWords = new TreeMap<>();
    SortedMap<String, Tensor> otherTensors = new TreeMap<>();
    other.write(otherWords, otherTensors);
    return words.equals(otherWords) && tensors.equals(otherTensors);
  }

  private static void look(Column column, ColumnFitter fitter) {
    for (int from = 0; from < column.length(); from += Column.BLOCK) {
      fitter.accept(column, from, Math.min(column.length(), from + Column.BLOCK));
    }
  }

  /** Where the columns that are not nested are. */
  private static int[] positions(Schema schema) {
    return IntStream.range(0, schema.fields().size())
        .filter(i -> schema.fields().get(i).type().family() != Family.NESTED)
        .toArray();
  }

  /** The columns that rows decode to: those of the reference without the nested ones. */
  public Schema schema() {
    return schema;
  }

  /** Where the columns lie in a row of floats. */
  public RowLayout layout() {
    return layout;
  }

  /** The column whose floats a block of the layout is. */
  public Field columnOfBlock(int block) {
    return schema.fields().get(columnsOfBlocks[block]);
  }

  /** The columns of the reference that are left out, for they are nested. */
  public List<Field> unused() {
    return unused;
  }

  /**
   * What a user should know of single columns: which are left out, are not trained for they never
   * vary or follow from another, or have more categories than choices. One line each, which names
   * the column.
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Field field : unused) {
      notes.add("column '%s': %s, left out".formatted(field.name(), field.type().name()));
    }
    for (int i = 0; i < columns.size(); i++) {
      note(i).ifPresent(notes::add);
    }
    return notes;
  }

  private Optional<String> note(int column) {
    String name = schema.fields().get(column).name();
    return switch (columns.get(column)) {
      case ValueCodec values -> values.note().map(note -> "column '%s': %s".formatted(name, note));
      case DeterminedCodec determined ->
          Optional.of(
              "column '%s' follows from '%s', and is derived from it"
                  .formatted(name, schema.fields().get(determined.base()).name()));
    };
  }

  /**
   * The rows of a table as floats.
   *
   * @param table has each column of {@link #schema()}, which is found by its name, of several of a
   *     name in their order; types may differ where values are told in the same unit, as int32 from
   *     float64, or text from a dictionary of text; further columns are not looked at
   * @return {@code rows * layout().width()} floats, row by row
   * @throws DataException if a column is not there, or of a type whose values do not compare or are
   *     told in another unit; if the table cannot be read; or if the floats are more than an array
   *     holds
   */
  public float[] encode(Table table) {
    RowsEncoder encoder = new RowsEncoder(table.source(), table.schema(), table.rowCount());
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          encoder.add(open, 0, open.rowCount());
        }
      }
    }
    return encoder.rows;
  }

  /**
   * The rows of a batch as floats; they do not depend on how rows are cut into batches.
   *
   * @return {@code rows * layout().width()} floats, row by row
   * @throws DataException as of a table
   */
  public float[] encode(ColumnBatch batch) {
    return encode(batch, 0, batch.rowCount());
  }

  /**
   * Some rows of a batch as floats.
   *
   * @param from first row
   * @param to one past the last row
   * @return {@code (to - from) * layout().width()} floats, row by row
   * @throws DataException as of a table
   */
  public float[] encode(ColumnBatch batch, int from, int to) {
    Objects.checkFromToIndex(from, to, batch.rowCount());
    RowsEncoder encoder = new RowsEncoder("batch", batch.schema(), to - from);
    encoder.add(batch, from, to);
    return encoder.rows;
  }

  /** Rows on their way to floats. One thread. */
  private final class RowsEncoder {
    private final int[] positions;
    private final List<ColumnCodec.Encoder> encoders;
    private final float[] rows;
    private int size;

    RowsEncoder(String source, Schema found, long rowCount) {
      this.positions = new ColumnSearch(source, found).positions(schema);
      int width = layout.width();
      if (width > 0 && rowCount > MOST_FLOATS / width) {
        throw new DataException(
            "%s: %d rows of %d floats, expected at most %d rows, as one array holds"
                .formatted(source, rowCount, width, MOST_FLOATS / width));
      }
      this.rows = new float[(int) (rowCount * width)];
      this.encoders = columns.stream().map(ColumnCodec::encoder).toList();
    }

    void add(ColumnBatch batch, int begin, int end) {
      for (int i = 0; i < positions.length; i++) {
        if (varies(i)) {
          Column column = batch.column(positions[i]);
          BlockRows floats = blockRows(i, rows);
          for (int from = begin; from < end; from += Column.BLOCK) {
            int to = Math.min(end, from + Column.BLOCK);
            encoders.get(i).encode(column, from, to, floats, size + from - begin);
          }
        }
      }
      size += end - begin;
    }
  }

  private BlockRows blockRows(int column, float[] rows) {
    List<RowLayout.Choice> told = choices.get(told(column));
    return BlockRows.of(rows, layout.width(), firstFloats[column], told);
  }

  /**
   * Rows of floats as rows of the table, of {@link #schema()}; categories come as dictionaries,
   * whatever their type, the same in every batch.
   *
   * @param rows at least {@code count * layout().width()} floats, row by row; any value will do
   * @param count how many rows
   * @param rng draws from categories without a choice of their own, and is used for nothing else
   */
  public ColumnBatch decode(float[] rows, int count, UniformRandomProvider rng) {
    if (count < 0 || rows.length < (long) count * layout.width()) {
      throw new IllegalArgumentException(
          "rows: got %d floats, expected at least %d * %d"
              .formatted(rows.length, count, layout.width()));
    }
    BatchBuilder batch = new BatchBuilder(count);
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).decode(blockRows(i, rows), count, rng, schema.fields().get(i), batch);
    }
    return batch.build();
  }
}
