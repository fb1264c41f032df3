package io.lanewise.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * The table that scoring is measured on: 4 float64, 2 int32, 3 dictionaries of utf8 and 1 bool
 * column, 5 % null, uncompressed, as an Arrow file.
 *
 * <p>The floats are normal, log-normal, uniform, and a spike of zeros with an exponential tail; the
 * integers are wide and of few values; the dictionaries have 8, 100 and 5,000 values of uneven
 * frequency.
 */
final class MixedTable {

  private static final int BATCH = 1 << 18;
  private static final double NULL_SHARE = 0.05;
  private static final int[] DICTIONARY_SIZES = {8, 100, 5_000};

  private MixedTable() {}

  /**
   * Writes a table.
   *
   * @param file where to
   * @param rows how many
   * @param seed of the values
   * @param shift how far the distributions are from those with shift 0
   */
  static void write(Path file, long rows, long seed, double shift) throws IOException {
    try (BufferAllocator allocator = new RootAllocator();
        MapDictionaryProvider dictionaries = new MapDictionaryProvider();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int size : DICTIONARY_SIZES) {
        dictionaries.put(dictionary(size, allocator));
      }
      List<FieldVector> vectors = vectors(allocator);
      try (VectorSchemaRoot root = new VectorSchemaRoot(vectors);
          ArrowFileWriter writer =
              new ArrowFileWriter(root, dictionaries, Channels.newChannel(out))) {
        SplittableRandom random = new SplittableRandom(seed);
        writer.start();
        for (long row = 0; row < rows; row += BATCH) {
          int count = (int) Math.min(BATCH, rows - row);
          for (int column = 0; column < vectors.size(); column++) {
            fill(vectors.get(column), column, count, shift, random);
          }
          root.setRowCount(count);
          writer.writeBatch();
        }
        writer.end();
      }
    }
  }

  private static Dictionary dictionary(int size, BufferAllocator allocator) {
    VarCharVector values = new VarCharVector("values" + size, allocator);
    values.allocateNew();
    for (int i = 0; i < size; i++) {
      values.setSafe(i, ("value " + i).getBytes(StandardCharsets.UTF_8));
    }
    values.setValueCount(size);
    return new Dictionary(
        values, new DictionaryEncoding(size, false, new ArrowType.Int(Integer.SIZE, true)));
  }

  private static List<FieldVector> vectors(BufferAllocator allocator) {
    List<FieldVector> vectors = new ArrayList<>();
    for (String name : List.of("normal", "lognormal", "uniform", "spiked")) {
      vectors.add(new Float8Vector(name, allocator));
    }
    vectors.add(new IntVector("wide", allocator));
    vectors.add(new IntVector("few", allocator));
    for (int size : DICTIONARY_SIZES) {
      DictionaryEncoding encoding =
          new DictionaryEncoding(size, false, new ArrowType.Int(Integer.SIZE, true));
      FieldType type = new FieldType(true, encoding.getIndexType(), encoding);
      vectors.add(new IntVector(new Field("dictionary" + size, type, null), allocator));
    }
    vectors.add(new BitVector("flag", allocator));
    return vectors;
  }

  private static void fill(
      FieldVector vector, int column, int count, double shift, SplittableRandom random) {
    vector.setInitialCapacity(count);
    vector.allocateNew();
    for (int row = 0; row < count; row++) {
      if (random.nextDouble() < NULL_SHARE) {
        vector.setNull(row);
        continue;
      }
      switch (vector) {
        case Float8Vector values -> values.set(row, number(column, shift, random));
        case IntVector values -> values.set(row, integer(column, shift, random));
        case BitVector values -> values.set(row, random.nextDouble() < 0.3 + shift / 10 ? 1 : 0);
        default -> throw new IllegalStateException("no values for " + vector);
      }
    }
    vector.setValueCount(count);
  }

  private static double number(int column, double shift, SplittableRandom random) {
    return switch (column) {
      case 0 -> random.nextGaussian() + shift;
      case 1 -> Math.exp(random.nextGaussian() + shift);
      case 2 -> random.nextDouble();
      default -> random.nextDouble() < 0.4 ? 0 : random.nextExponential() * (1 + shift);
    };
  }

  private static int integer(int column, double shift, SplittableRandom random) {
    return switch (column) {
      case 4 -> (int) (100_000 * (random.nextGaussian() + shift));
      case 5 -> (int) (10 * random.nextExponential()) % 50;
      default -> {
        // The square makes low indices more frequent than high ones.
        double u = random.nextDouble();
        yield (int) (u * u * DICTIONARY_SIZES[column - 6]);
      }
    };
  }
}
