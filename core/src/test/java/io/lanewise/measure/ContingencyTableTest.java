package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is worked out for many measures or tables at once has the bits of one alone. */
class ContingencyTableTest {

  private static final long SEED = 77;

  /** A table with empty rows and columns, also at the ends, and counts below 2^bits. */
  private static long[] table(Random random, int rows, int columns, int bits) {
    long[] counts = new long[rows * columns];
    boolean[] emptyRows = new boolean[rows];
    for (int x = 1; x < rows; x++) {
      emptyRows[x] = random.nextInt(4) == 0;
    }
    for (int y = 0; y < columns; y++) {
      boolean empty = y > 0 && random.nextInt(4) == 0;
      for (int x = 0; x < rows; x++) {
        boolean occurs = !empty && !emptyRows[x] && random.nextInt(5) > 0;
        counts[x * columns + y] = occurs ? random.nextLong() >>> (63 - random.nextInt(bits)) : 0;
      }
    }
    counts[0]++;
    return counts;
  }

  @Test
  void eachMeasureHasTheBitsOfItsNamesake() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      int rows = 1 + random.nextInt(19);
      int columns = round % 50 == 0 ? 1_100 : 1 + random.nextInt(19);
      long[] counts = table(random, rows, columns, round % 3 == 0 ? 52 : 20);
      Kernels kernels = Kernels.scalar();
      ContingencyTable table = ContingencyTable.of(counts, rows, columns, kernels);
      String what = "seed " + SEED + ", round " + round;
      assertEquals(
          Dependence.jointEntropy(counts, rows, columns, kernels), table.jointEntropy(), what);
      assertEquals(
          Dependence.conditionalEntropyYGivenX(counts, rows, columns, kernels),
          table.conditionalEntropyYGivenX(),
          what);
      assertEquals(
          Dependence.conditionalEntropyXGivenY(counts, rows, columns, kernels),
          table.conditionalEntropyXGivenY(),
          what);
      assertEquals(
          Dependence.mutualInformation(counts, rows, columns, kernels),
          table.mutualInformation(),
          what);
      assertEquals(
          Dependence.normalizedMutualInformation(counts, rows, columns, kernels),
          table.normalizedMutualInformation(),
          what);
      for (EntropyEstimator estimator :
          List.of(
              EntropyEstimator.PLUG_IN,
              EntropyEstimator.MILLER_MADOW,
              EntropyEstimator.CHAO_SHEN)) {
        assertEquals(
            estimator.mutualInformation(counts, rows, columns),
            table.mutualInformation(estimator),
            what);
      }
    }
  }

  /** Rows and columns in which nothing occurs are nowhere in the definitions. */
  @Test
  void emptySymbolsAtTheEndsChangeNoBit() {
    Random random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      long[] counts = table(random, 16, 16, 20);
      long[] padded = new long[18 * 19];
      for (int x = 0; x < 16; x++) {
        System.arraycopy(counts, 16 * x, padded, 19 * x, 16);
      }
      ContingencyTable small = ContingencyTable.of(counts, 16, 16, Kernels.scalar());
      ContingencyTable large = ContingencyTable.of(padded, 18, 19, Kernels.scalar());
      String what = "seed " + SEED + ", round " + round;
      assertEquals(small.conditionalEntropyYGivenX(), large.conditionalEntropyYGivenX(), what);
      assertEquals(small.conditionalEntropyXGivenY(), large.conditionalEntropyXGivenY(), what);
      assertEquals(small.mutualInformation(), large.mutualInformation(), what);
    }
  }

  /** Tables of other numbers of rows in between are no matter. */
  @Test
  void noiseOfManyTablesHasTheBitsOfEachAlone() {
    Random random = new Random(SEED);
    SampleNoises noises = new SampleNoises();
    long[] p = new long[0];
    for (int round = 0; round < 300; round++) {
      // The same real side twice, and as many rows on both sides now and then.
      p = round % 2 == 0 ? table(random, 1, 2 + random.nextInt(200), 1 + random.nextInt(9)) : p;
      long[] q = round % 3 == 0 ? reversed(p) : table(random, 1, p.length, 1 + random.nextInt(9));
      SampleNoise noise = noises.of(p, q);
      long rows = 0;
      for (long count : q) {
        rows += count;
      }
      String what = "seed " + SEED + ", round " + round;
      assertEquals(Significance.pValue(p, q), noise.pValue(), what);
      assertEquals(Significance.jsNoiseFloor(p, q), noise.jsNoiseFloor(), what);
      assertEquals(Significance.jsNoiseFloor(p, rows), noise.jsOfPerfect(), what);
    }
  }

  private static long[] reversed(long[] counts) {
    long[] reversed = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      reversed[i] = counts[counts.length - 1 - i];
    }
    return reversed;
  }

  /** Rows and columns of more symbols than a block of the kernels takes. */
  @Test
  void tablesWiderThanABlockAddTheirBlocks() {
    int columns = 1_100;
    long[] counts = new long[2 * columns];
    long[] ofX = new long[2];
    long[] ofY = new long[columns];
    for (int cell = 0; cell < counts.length; cell++) {
      counts[cell] = 1 + cell * 7919L % 13;
      ofX[cell / columns] += counts[cell];
      ofY[cell % columns] += counts[cell];
    }
    double x = Entropy.entropy(ofX);
    double y = Entropy.entropy(ofY);
    double both = Entropy.entropy(counts);
    assertEquals(both, Dependence.jointEntropy(counts, 2, columns), 1e-14);
    assertEquals(x + y - both, Dependence.mutualInformation(counts, 2, columns), 1e-14);
    assertEquals(both - x, Dependence.conditionalEntropyYGivenX(counts, 2, columns), 1e-14);
  }
}
