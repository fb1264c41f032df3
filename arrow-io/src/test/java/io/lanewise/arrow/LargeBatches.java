package io.lanewise.arrow;

import java.io.IOException;
import java.util.Arrays;
import org.apache.arrow.flatbuf.CompressionType;

/**
 * A compressed stream of integers and words, whose batches are longer than a slice, each with a
 * dictionary that replaces the one before.
 */
public final class LargeBatches {

  /** Rows of a batch. */
  public static final int ROWS = 70_000;

  private static final int BATCHES = 12;

  /** Rows of the whole stream. */
  public static final long ALL_ROWS = (long) BATCHES * ROWS;

  /** Bytes of the values of a batch, and of the indices and the word of its dictionary. */
  public static final long OF_BATCH = 8L * ROWS + ROWS + 2 * Integer.BYTES + 1;

  private static final byte[] NONE = new byte[0];

  private LargeBatches() {}

  /** The stream, with its end. */
  public static byte[] stream() throws IOException {
    IpcBytes stream = begin();
    for (int i = 0; i < BATCHES; i++) {
      stream.dictionary(7, false, word(i, 1)).batch(batch());
    }
    return stream.end().bytes();
  }

  /** The same, but its words are long, and each is added to those before. */
  static byte[] streamOfDeltas() throws IOException {
    IpcBytes stream = begin();
    for (int i = 0; i < BATCHES; i++) {
      stream.dictionary(7, i > 0, word(i, 2 * ROWS)).batch(batch());
    }
    return stream.end().bytes();
  }

  private static IpcBytes begin() {
    return IpcBytes.stream()
        .schema(FieldSpec.integer("n", 64, true), FieldSpec.utf8("w").dictionary(7, 8, true));
  }

  private static BatchSpec word(int letter, int length) throws IOException {
    byte[] word = new byte[length];
    Arrays.fill(word, (byte) ('a' + letter));
    return BatchSpec.rows(1)
        .compressed(CompressionType.LZ4_FRAME)
        .column(NONE, frame(IpcBytes.le(0, length)), frame(word));
  }

  private static BatchSpec batch() throws IOException {
    long[] values = new long[ROWS];
    Arrays.setAll(values, row -> row % 7);
    return BatchSpec.rows(ROWS)
        .compressed(CompressionType.LZ4_FRAME)
        .column(NONE, frame(IpcBytes.le(values)))
        .column(NONE, frame(new byte[ROWS]));
  }

  private static byte[] frame(byte[] content) throws IOException {
    return Frames.prefixed(content.length, Frames.lz4(content));
  }
}
