package io.lanewise.arrow;

import java.util.BitSet;
import java.util.List;

/**
 * A column to write: plain arrays, not copied, and the rows that are null (the values there count
 * for nothing).
 */
public sealed interface OutputColumn {

  /** What the column is called. */
  String name();

  /** The rows that are null. */
  BitSet nulls();

  /** Number of rows. */
  int length();

  /**
   * A column of type float64.
   *
   * @param name what it is called
   * @param values one per row
   * @param nulls rows that are null
   */
  record Doubles(String name, double[] values, BitSet nulls) implements OutputColumn {
    @Override
    public int length() {
      return values.length;
    }
  }

  /**
   * A column of type int32.
   *
   * @param name what it is called
   * @param values one per row
   * @param nulls rows that are null
   */
  record Ints(String name, int[] values, BitSet nulls) implements OutputColumn {
    @Override
    public int length() {
      return values.length;
    }
  }

  /**
   * A column of type int64.
   *
   * @param name what it is called
   * @param values one per row
   * @param nulls rows that are null
   */
  record Longs(String name, long[] values, BitSet nulls) implements OutputColumn {
    @Override
    public int length() {
      return values.length;
    }
  }

  /**
   * A column of type bool.
   *
   * @param name what it is called
   * @param values one per row
   * @param nulls rows that are null
   */
  record Booleans(String name, boolean[] values, BitSet nulls) implements OutputColumn {
    @Override
    public int length() {
      return values.length;
    }
  }

  /**
   * A column of type dictionary&lt;utf8&gt;.
   *
   * @param name what it is called
   * @param indices one per row, each into {@code words}
   * @param words the dictionary
   * @param nulls rows that are null
   */
  record Words(String name, int[] indices, List<String> words, BitSet nulls)
      implements OutputColumn {
    @Override
    public int length() {
      return indices.length;
    }
  }

  /**
   * A column of type date32.
   *
   * @param name what it is called
   * @param days since 1970-01-01, one per row
   * @param nulls rows that are null
   */
  record Dates(String name, int[] days, BitSet nulls) implements OutputColumn {
    @Override
    public int length() {
      return days.length;
    }
  }

  /**
   * A column of type timestamp[us, UTC].
   *
   * @param name what it is called
   * @param micros microseconds since 1970-01-01T00:00Z, one per row
   * @param nulls rows that are null
   */
  record Instants(String name, long[] micros, BitSet nulls) implements OutputColumn {
    @Override
    public int length() {
      return micros.length;
    }
  }
}
