package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryTable;
import io.lanewise.container.Container;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts are exact up to 2^63 - 1, and beyond there are none. */
class LargeCountsTest {

  private final MemoryTable few = table(401);
  private final Reference reference = Fits.reference(few, 1);
  private final Profile a = Fits.profile(few, reference, 1);
  private final Profile b = Fits.profile(table(77), reference, 1);

  private static MemoryTable table(int rows) {
    return MemoryTable.of(
        "table",
        longs("k", rows(rows, row -> (long) (row * row % 97)).toArray(Long[]::new)),
        texts("t", rows(rows, row -> row % 13 == 0 ? null : "v" + row % 29)),
        texts("same", rows(rows, row -> "same")));
  }

  /** The sum of a profile with itself, time and again: 2^times of it. */
  private static Profile doubled(Profile profile, int times) {
    Profile sum = profile;
    for (int i = 0; i < times; i++) {
      sum = sum.plus(sum);
    }
    return sum;
  }

  /** All counts of a profile, in one order for all profiles of the same symbols. */
  private static List<BigInteger> counts(Profile profile) {
    List<BigInteger> counts = new ArrayList<>(List.of(BigInteger.valueOf(profile.rows())));
    for (Counts column : profile.columns()) {
      switch (column) {
        case BinCounts bins -> add(bins.toArray(), counts);
        case CategoryCounts values ->
            values.symbols().values().forEach(count -> counts.add(BigInteger.valueOf(count)));
      }
    }
    profile.pairs().forEach(pair -> add(pair.toArray(), counts));
    return counts;
  }

  private static void add(long[] entries, List<BigInteger> counts) {
    for (long entry : entries) {
      counts.add(BigInteger.valueOf(entry));
    }
  }

  @Test
  void sumsPast2To31And2To53AreExact() {
    List<BigInteger> ofA = counts(a);
    List<BigInteger> ofB = counts(b);
    assertEquals(ofA.size(), ofB.size(), "both have every symbol");
    for (int times : new int[] {23, 31, 45, 53}) {
      Profile sum = doubled(a, times).plus(b);
      List<BigInteger> found = counts(sum);
      for (int i = 0; i < found.size(); i++) {
        assertEquals(ofA.get(i).shiftLeft(times).add(ofB.get(i)), found.get(i), "2^" + times);
      }
      assertEquals(doubled(a, times), sum.minus(b));
      assertEquals(b, sum.minus(doubled(a, times)));
      byte[] bytes = ProfileFormat.write(sum).toBytes();
      Profile read = ProfileFormat.read(Container.of(bytes, "profile"), "profile");
      assertEquals(sum, read);
      assertArrayEquals(bytes, ProfileFormat.write(read).toBytes());
    }
  }

  @Test
  void aSumPast2To63IsRefusedByColumn() {
    Profile most = doubled(a, 54);
    assertTrue(most.rows() > Long.MAX_VALUE / 2);
    ArithmeticException refused = assertThrows(ArithmeticException.class, () -> most.plus(most));
    assertEquals("column 'same': a count passes 2^63 - 1", refused.getMessage());
    Profile left = most.select(new int[] {0, 1});
    refused = assertThrows(ArithmeticException.class, () -> left.plus(left));
    assertEquals("rows: a count passes 2^63 - 1", refused.getMessage());
  }

  /** Where symbols are joined, a cell may pass 2^63 and no symbol of a column does. */
  @Test
  void aCellPast2To63IsRefusedByPair() {
    Profile most = doubled(a, 54);
    List<Counts> none = Profile.empty(reference).columns();
    Profile cells = new Profile(reference, 1, none, most.pairs());
    ArithmeticException refused =
        assertThrows(ArithmeticException.class, () -> cells.plus(doubledPairs(cells)));
    assertEquals("columns 'k' and 'same': a count passes 2^63 - 1", refused.getMessage());
  }

  private Profile doubledPairs(Profile profile) {
    List<JointCounts> largest = new ArrayList<>();
    for (JointCounts pair : profile.pairs()) {
      long[] counts = pair.toArray();
      counts[0] = pair.columns() == 2 ? Long.MAX_VALUE : counts[0];
      largest.add(new JointCounts(pair.rows(), pair.columns(), counts));
    }
    return new Profile(reference, 1, profile.columns(), largest);
  }
}
