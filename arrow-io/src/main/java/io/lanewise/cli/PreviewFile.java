package io.lanewise.cli;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.LongColumn;
import io.lanewise.column.Table;
import io.lanewise.gan.RowGenerator;
import io.lanewise.gan.TableTrainer;
import io.lanewise.preview.ContactSheet;
import io.lanewise.preview.PngWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A contact sheet of generated rows, where columns of a table are the pixels of pictures. */
final class PreviewFile {

  private static final int PICTURES = ContactSheet.SIDE * ContactSheet.SIDE;
  private static final int FACTOR = 4;

  /** Always the same rows of the generator, so that they are seen to become better. */
  private static final long SEED = 0;

  private final OutputFile file;
  private final List<Integer> pixels;
  private final ContactSheet sheet;

  private PreviewFile(OutputFile file, List<Integer> pixels, ContactSheet sheet) {
    this.file = file;
    this.pixels = pixels;
    this.sheet = sheet;
  }

  /**
   * The preview of a table, which is read once: its least value is black, its greatest white.
   *
   * @throws UsageException if no columns look like the pixels of a square
   */
  static PreviewFile of(Path file, Table table) {
    List<Integer> positions = new ArrayList<>();
    List<Integer> pixels = pixels(table.schema().fields(), positions);
    int side = (int) Math.sqrt(pixels.size());
    if (pixels.size() < 4 || side * side != pixels.size()) {
      throw new UsageException(
          "--preview: %s has %d columns of one name and numbers, expected a square as 64 = 8 x 8"
              .formatted(table.source(), pixels.size()));
    }
    double[] range = range(table, positions);
    if (!(range[0] < range[1])) {
      throw new UsageException(
          "--preview: the pixels of %s are from %s to %s, expected two values at least"
              .formatted(table.source(), range[0], range[1]));
    }
    return new PreviewFile(
        new OutputFile(file), pixels, new ContactSheet(side, side, range[0], range[1], FACTOR));
  }

  /**
   * The most columns whose names differ in numbers alone, as of nested columns nothing is
   * generated, by their place among the others.
   *
   * @param positions takes their places among all
   */
  private static List<Integer> pixels(List<Field> fields, List<Integer> positions) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    Map<Integer, Integer> flat = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Family family = field.type().family();
      if (family == Family.NESTED) {
        continue;
      }
      flat.put(i, flat.size());
      boolean plain = !field.type().name().startsWith("dictionary");
      if (plain && (family == Family.INTEGER || family == Family.FLOATING)) {
        String name = field.name().replaceAll("\\d+", "#");
        if (name.contains("#")) {
          groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
        }
      }
    }
    List<Integer> most = List.of();
    for (List<Integer> group : groups.values()) {
      most = group.size() > most.size() ? group : most;
    }
    positions.addAll(most);
    return most.stream().map(flat::get).toList();
  }

  private static double[] range(Table table, List<Integer> positions) {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    try (BatchReader reader = table.open()) {
      for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
        try (ColumnBatch batch = next) {
          double[] values = new double[batch.rowCount()];
          for (int position : positions) {
            read(batch.column(position), values);
            for (double value : values) {
              if (Double.isFinite(value)) {
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
              }
            }
          }
        }
      }
    }
    return range;
  }

  /** Reads all rows; null, and what is no number of 64 bits, is NaN. */
  private static void read(Column column, double[] values) {
    double[] block = new double[Column.BLOCK];
    long[] longs = new long[Column.BLOCK];
    long[] validity = new long[Column.VALIDITY_WORDS];
    for (int from = 0; from < values.length; from += Column.BLOCK) {
      int to = Math.min(values.length, from + Column.BLOCK);
      int nulls = 0;
      if (column instanceof DoubleColumn doubles) {
        nulls = doubles.read(from, to, block, validity);
      } else if (column instanceof LongColumn integers) {
        nulls = integers.read(from, to, longs, validity);
        for (int i = 0; i < to - from; i++) {
          block[i] = (double) longs[i];
        }
      } else {
        Arrays.fill(block, Double.NaN);
      }
      for (int i = 0; i < to - from; i++) {
        boolean valid = nulls == 0 || (validity[i / Long.SIZE] >>> i & 1) == 1;
        values[from + i] = valid ? block[i] : Double.NaN;
      }
    }
  }

  /** Draws rows of the best generator so far. */
  void write(TableTrainer trainer) {
    int size = pixels.size();
    double[] pictures = new double[PICTURES * size];
    RowGenerator generator = trainer.generator(SEED);
    try (ColumnBatch rows = generator.next(PICTURES)) {
      double[] values = new double[PICTURES];
      for (int pixel = 0; pixel < size; pixel++) {
        read(rows.column(pixels.get(pixel)), values);
        for (int row = 0; row < PICTURES; row++) {
          pictures[row * size + pixel] = values[row];
        }
      }
    }
    file.write(PngWriter.png(sheet.draw(pictures, PICTURES)));
  }
}
