package io.lanewise.gan.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What never comes together in a table: choices of two columns that no row has both of, although
 * some rows have the one and some the other. In a table of counts such a cell is called a
 * structural zero, as husband and female, or an unknown occupation of a known employer.
 *
 * <p>A generator that errs in both columns by itself makes such rows now and then, and they cost
 * much of what the columns tell of each other. It is easier kept from them than taught.
 *
 * <p>A cell counts if independent columns would bring both choices together in at least {@value
 * #LEAST_EXPECTED} rows, {@code n_i n_j / n}, and none has both: of independent columns that
 * happens with a chance of {@code exp(-20)}, 2e-9, a cell. What is given up is little: a cell that
 * n rows do not show has less than {@code 3 / n} of the mass, with 95 % confidence.
 *
 * @param zeros pairs of choices, ordered by columns, then by choices
 */
public record StructuralZeros(List<Zero> zeros) {

  /** Nothing is kept apart. */
  public static final StructuralZeros NONE = new StructuralZeros(List.of());

  /** Rows that independent columns would bring together at least. */
  public static final int LEAST_EXPECTED = 20;

  /** More rows show little more, and each pair of columns looks at all of them. */
  private static final int MOST_ROWS = 1 << 17;

  /**
   * Two choices that do not come together.
   *
   * @param block index of a block of the layout
   * @param choice one of its choices
   * @param later index of a later block
   * @param laterChoice one of the choices of that
   */
  public record Zero(int block, int choice, int later, int laterChoice) {

    /** Checks the order. */
    public Zero {
      if (block < 0 || choice < 0 || later <= block || laterChoice < 0) {
        throw new IllegalArgumentException(
            "choice %d of block %d never with choice %d of block %d, expected a later block"
                .formatted(choice, block, laterChoice, later));
      }
    }
  }

  /** Copies the list. */
  public StructuralZeros {
    zeros = List.copyOf(zeros);
  }

  /**
   * Finds what never comes together.
   *
   * <p>Cost: each pair of columns looks at each row, of more than 131,072 at as many, evenly
   * spread.
   *
   * @param layout of the rows
   * @param rows floats, row by row
   */
  public static StructuralZeros of(RowLayout layout, float[] rows) {
    if (layout.width() == 0) {
      return NONE;
    }
    int count = rows.length / layout.width();
    int looked = Math.min(count, MOST_ROWS);
    List<FrequentChoices> columns = new ArrayList<>();
    for (int i = 0; i < layout.blocks().size(); i++) {
      if (layout.blocks().get(i).flags() > 0) {
        columns.add(FrequentChoices.of(i, layout, rows, count, looked));
      }
    }
    List<Zero> zeros = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (FrequentChoices later : columns.subList(i + 1, columns.size())) {
        addZeros(columns.get(i), later, zeros);
      }
    }
    return new StructuralZeros(zeros);
  }

  private static void addZeros(FrequentChoices one, FrequentChoices other, List<Zero> zeros) {
    int rows = one.codes.length;
    int width = other.choices.length + 1;
    boolean[] together = new boolean[(one.choices.length + 1) * width];
    for (int row = 0; row < rows; row++) {
      together[one.codes[row] * width + other.codes[row]] = true;
    }
    for (int i = 0; i < one.choices.length; i++) {
      for (int j = 0; j < other.choices.length; j++) {
        boolean expected =
            (double) one.counts[i] * other.counts[j] >= (double) LEAST_EXPECTED * rows;
        if (expected && !together[(i + 1) * width + j + 1]) {
          zeros.add(new Zero(one.block, one.choices[i], other.block, other.choices[j]));
        }
      }
    }
  }

  /**
   * The choices of a column that are in {@value #LEAST_EXPECTED} rows at least; others cannot be
   * expected beside anything so often.
   *
   * @param block its index
   * @param choices those, ascending
   * @param counts in how many rows each is
   * @param codes for each row 1 + the index of its choice among these, 0 for others
   */
  @SuppressWarnings("ArrayRecordComponent") // held by one search, never compared
  private record FrequentChoices(int block, int[] choices, int[] counts, int[] codes) {

    static FrequentChoices of(int block, RowLayout layout, float[] rows, int count, int looked) {
      RowLayout.Block column = layout.blocks().get(block);
      BlockRows taken = BlockRows.of(rows, layout.width(), column.from(), column.choices());
      int[] counts = new int[column.flags()];
      int[] codes = new int[looked];
      for (int i = 0; i < looked; i++) {
        codes[i] = taken.choice((int) ((long) i * count / looked));
        counts[codes[i]]++;
      }
      int[] names = new int[counts.length];
      int[] choices = new int[counts.length];
      int frequent = 0;
      for (int choice = 0; choice < counts.length; choice++) {
        if (counts[choice] >= LEAST_EXPECTED) {
          choices[frequent] = choice;
          counts[frequent] = counts[choice];
          names[choice] = ++frequent;
        }
      }
      for (int i = 0; i < looked; i++) {
        codes[i] = names[codes[i]];
      }
      return new FrequentChoices(
          block, Arrays.copyOf(choices, frequent), Arrays.copyOf(counts, frequent), codes);
    }
  }
}
