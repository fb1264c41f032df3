package io.lanewise.arrow;

import io.lanewise.column.Column;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;

/**
 * All values of a dictionary.
 *
 * @param values one per position
 * @param missing the positions that hold null
 */
record StagedDictionary(StagedValues values, BitSet missing) {

  static StagedDictionary of(Column dictionary) {
    var missing = new BitSet();
    var all = new Gathered(dictionary.length());
    var block = new StagedRows();
    StagedValues values = new StagedValues.Longs(new long[0]);
    for (int from = 0; from < dictionary.length(); ) {
      int count = block.read(dictionary, from, dictionary.length());
      for (int i = 0; i < count; i++) {
        if (block.isNull(i)) {
          missing.set(from + i);
        }
      }
      values = all.add(block.values(), from, count);
      from += count;
    }
    return new StagedDictionary(values, missing);
  }

  /** Values of blocks, one after the other; which arrays are made depends on the form. */
  private static final class Gathered {

    private final int length;
    private double[] doubles = new double[0];
    private long[] longs = new long[0];
    private BigInteger[] wides = new BigInteger[0];
    private byte[] bytes = new byte[0];
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private int size;

    Gathered(int length) {
      this.length = length;
    }

    StagedValues add(StagedValues block, int at, int count) {
      return switch (block) {
        case StagedValues.Doubles(double[] from) -> {
          doubles = at == 0 ? new double[length] : doubles;
          System.arraycopy(from, 0, doubles, at, count);
          yield new StagedValues.Doubles(doubles);
        }
        case StagedValues.Longs(long[] from) -> {
          longs = at == 0 ? new long[length] : longs;
          System.arraycopy(from, 0, longs, at, count);
          yield new StagedValues.Longs(longs);
        }
        case StagedValues.Wides(BigInteger[] from) -> {
          wides = at == 0 ? new BigInteger[length] : wides;
          System.arraycopy(from, 0, wides, at, count);
          yield new StagedValues.Wides(wides);
        }
        case StagedValues.Spans spans -> add(spans, at, count);
      };
    }

    private StagedValues add(StagedValues.Spans block, int at, int count) {
      if (at == 0) {
        starts = new int[length];
        ends = new int[length];
      }
      int added = block.ends()[count - 1];
      if (added > Integer.MAX_VALUE - 8 - size) {
        throw new MalformedException(
            "a dictionary has more than "
                + (Integer.MAX_VALUE - 8)
                + " bytes, which is not written");
      }
      if (size + added > bytes.length) {
        long wanted = Math.max(size + (long) added, 2L * bytes.length);
        bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
      }
      System.arraycopy(block.bytes(), 0, bytes, size, added);
      for (int i = 0; i < count; i++) {
        starts[at + i] = size + block.starts()[i];
        ends[at + i] = size + block.ends()[i];
      }
      size += added;
      return new StagedValues.Spans(bytes, starts, ends);
    }
  }
}
