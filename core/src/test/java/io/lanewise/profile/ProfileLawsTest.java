package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import io.lanewise.column.MemoryTable;
import io.lanewise.container.Container;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Merge is +, subtract is -: for any partition, any order, any tree. */
class ProfileLawsTest {

  private static final long SEED = 2_000;
  private static final int ROWS = 400;

  private final MemoryTable real = table(IntStream.range(0, ROWS).boxed().toList());
  private final Reference reference = Fits.reference(real, 1);

  /** Rows by number: the same number is the same row in every table. */
  private static MemoryTable table(List<Integer> numbers) {
    return MemoryTable.of(
        "table",
        doubles("x", Types.FLOAT64, pick(numbers, row -> row % 11 == 0 ? null : Math.sin(row))),
        longs("k", Types.INT64, pick(numbers, row -> (long) (row * row % 97))),
        texts("t", pick(numbers, row -> row % 13 == 0 ? null : "v" + row % 29)));
  }

  private static <T> List<T> pick(List<Integer> numbers, IntFunction<T> value) {
    return rows(numbers.size(), i -> value.apply(numbers.get(i)));
  }

  private Profile profile(List<Integer> numbers) {
    return Fits.profile(table(numbers), reference, 1);
  }

  @Tag("slow")
  @Test
  void anyPartitionOrderAndMergeTreeGivesTheSameBytes() {
    Random random = new Random(SEED);
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    byte[] whole = bytes(profile(numbers));
    for (int round = 0; round < 2_000; round++) {
      Collections.shuffle(numbers, random);
      List<Profile> parts = new ArrayList<>();
      for (int from = 0; from < ROWS; ) {
        int to = Math.min(ROWS, from + 1 + random.nextInt(1 + random.nextInt(ROWS)));
        parts.add(profile(numbers.subList(from, to)));
        from = to;
      }
      assertArrayEquals(whole, bytes(merged(parts, random)), "seed " + SEED + ", round " + round);
    }
  }

  @Tag("slow")
  @Test
  void anyMergeTreeFoldsPastTheCapAlike() {
    Random random = new Random(SEED);
    int distinct = Categories.CAP + 500;
    Reference known =
        Fits.reference(MemoryTable.of("r", texts("t", rows(300, row -> "v" + row % 30))), 1);
    List<String> values = new ArrayList<>(rows(distinct, row -> "v" + row));
    byte[] whole = null;
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(values, random);
      List<Profile> parts = new ArrayList<>();
      for (int from = 0; from < distinct; ) {
        int to = Math.min(distinct, from + 1 + random.nextInt(30_000));
        List<String> part = values.subList(from, to);
        parts.add(Fits.profile(MemoryTable.of("p", texts("t", part)), known, 1));
        from = to;
      }
      byte[] bytes = bytes(merged(parts, random));
      whole = whole == null ? bytes : whole;
      assertArrayEquals(whole, bytes, "seed " + SEED + ", round " + round);
    }
  }

  private static Profile merged(List<Profile> parts, Random random) {
    List<Profile> left = new ArrayList<>(parts);
    while (left.size() > 1) {
      Profile a = left.remove(random.nextInt(left.size()));
      Profile b = left.remove(random.nextInt(left.size()));
      left.add(a.plus(b));
    }
    return left.getFirst();
  }

  private static byte[] bytes(Profile profile) {
    return ProfileFormat.write(profile).toBytes();
  }

  @Test
  void whatWasAddedCanBeSubtracted() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      Profile a = profile(random.ints(random.nextInt(200), 0, 900).boxed().toList());
      Profile b = profile(random.ints(random.nextInt(200), 0, 900).boxed().toList());
      assertArrayEquals(bytes(a), bytes(a.plus(b).minus(b)), "seed " + SEED + ", round " + round);
    }
  }

  @Test
  void aFoldedSumGivesTheFoldedPartBack() {
    Reference known =
        Fits.reference(MemoryTable.of("r", texts("t", rows(300, row -> "v" + row % 30))), 1);
    Profile a =
        Fits.profile(MemoryTable.of("a", texts("t", rows(40_000, row -> "v" + row))), known, 1);
    Profile b =
        Fits.profile(MemoryTable.of("b", texts("t", rows(40_000, row -> "w" + row))), known, 1);
    assertFalse(((CategoryCounts) a.columns().getFirst()).isFolded());
    Profile left = a.plus(b).minus(b);
    assertTrue(((CategoryCounts) left.columns().getFirst()).isFolded());
    assertEquals(((CategoryCounts) a.columns().getFirst()).folded(), left.columns().getFirst());
    String message =
        assertThrows(IllegalArgumentException.class, () -> a.minus(left.plus(b))).getMessage();
    assertTrue(message.contains("column 't': folded counts"), message);
    Profile more = a.plus(a).plus(a);
    message = assertThrows(IllegalArgumentException.class, () -> more.minus(left)).getMessage();
    assertTrue(message.contains("column 't': folded counts"), message);
  }

  @Test
  void whatWasNeverAddedIsRefusedByName() {
    Profile some = profile(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    String message =
        assertThrows(IllegalArgumentException.class, () -> some.minus(profile(List.of(20))))
            .getMessage();
    assertTrue(message.matches("column '[xkt]': .*are to be subtracted"), message);
  }

  @Test
  void otherReferencesAreToldApartByColumn() {
    Reference other = Fits.reference(table(IntStream.range(100, 300).boxed().toList()), 1);
    Profile a = profile(List.of(1));
    Profile b = Fits.profile(table(List.of(1)), other, 1);
    String message = assertThrows(IllegalArgumentException.class, () -> a.plus(b)).getMessage();
    assertTrue(message.startsWith("profiles of different references: column 'x' has "), message);
    Reference fewer = new Reference(reference.columns().subList(0, 2));
    Profile c = new Profile(fewer, 0, a.minus(a).columns().subList(0, 2), List.of());
    message = assertThrows(IllegalArgumentException.class, () -> a.plus(c)).getMessage();
    assertEquals(
        "profiles of different references: 3 columns and 2 columns, column 't' in one of them only",
        message);
  }

  @Test
  void countsStayExactUpToTheLargestLong() {
    Profile profile = profile(IntStream.range(0, ROWS).boxed().toList());
    long factor = 1;
    while (profile.rows() <= Long.MAX_VALUE / 2) {
      profile = profile.plus(profile);
      factor *= 2;
      assertEquals(factor * ROWS, profile.rows());
      Profile read = ProfileFormat.read(Container.of(bytes(profile), "p"), "p");
      assertEquals(profile, read);
    }
    Profile large = profile;
    ArithmeticException thrown = assertThrows(ArithmeticException.class, () -> large.plus(large));
    assertTrue(thrown.getMessage().contains("2^63 - 1"), thrown.getMessage());
  }

  @Test
  void anEmptyContainerIsNoProfile() {
    Container empty = new Container(new TreeMap<>(), new TreeMap<>());
    assertThrows(DataException.class, () -> ProfileFormat.read(empty, "e"));
  }
}
