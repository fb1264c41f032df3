package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.MemoryColumn;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Values and nulls of every form are counted as a map counts them, block after block. */
class CategoryEncoderTest {

  private static final long SEED = 31;
  private static final int ROWS = 5_000;
  private static final int DISTINCT = 2_000;
  private static final Categories NONE_KNOWN = new Categories(List.of());

  /** Numbers from -1000 on, and nulls from the second block on, where codes of the first linger. */
  private final List<Integer> values = values();

  private static List<Integer> values() {
    Random random = new Random(SEED);
    return rows(
        ROWS,
        row ->
            row > ROWS / 3 && random.nextInt(5) == 0
                ? null
                : random.nextInt(DISTINCT) - DISTINCT / 2);
  }

  private <T> List<T> each(IntFunction<T> form) {
    List<T> all = new ArrayList<>();
    for (Integer value : values) {
      all.add(value == null ? null : form.apply(value));
    }
    return all;
  }

  private void assertCounted(MemoryColumn column, IntFunction<Symbol> symbol) {
    SortedMap<Symbol, Long> expected = new TreeMap<>();
    for (Integer value : values) {
      expected.merge(value == null ? Symbol.NULL : symbol.apply(value), 1L, Long::sum);
    }
    ReferenceColumn reference =
        new ReferenceColumn("x", 0, column.field().type(), NONE_KNOWN, false);
    CategoryCounts counts = (CategoryCounts) Fits.counts(column, reference);
    assertEquals(expected, counts.symbols(), column.field().type().name());
  }

  @Test
  void numbersOfAllForms() {
    assertCounted(
        MemoryColumn.longs("x", Types.INT64, each(value -> (long) value)),
        value -> Symbol.of(value));
    assertCounted(
        MemoryColumn.doubles("x", Types.FLOAT64, each(value -> value / 8.0)),
        value -> Symbol.of(value / 8.0));
    BigInteger beyond = BigInteger.TWO.pow(70);
    assertCounted(
        MemoryColumn.wides(
            "x", Types.UINT64, each(value -> beyond.add(BigInteger.valueOf(value << 20)))),
        value -> Symbol.of(0x1p70 + value * 0x1p20));
  }

  /** 0.0 and 0 are in the cache's empty slots, as it were, before they are met. */
  @Test
  void zeroIsAValue() {
    List<Double> zeros = Collections.nCopies(3, 0.0);
    ReferenceColumn doubles = new ReferenceColumn("x", 0, Types.FLOAT64, NONE_KNOWN, false);
    CategoryCounts counts =
        (CategoryCounts) Fits.counts(MemoryColumn.doubles("x", Types.FLOAT64, zeros), doubles);
    assertEquals(Map.of(Symbol.of(0), 3L), counts.symbols());
  }

  @Test
  void textAndBytes() {
    assertCounted(
        MemoryColumn.texts("x", each(value -> "v" + value)), value -> Symbol.of("v" + value));
    assertCounted(
        MemoryColumn.bytes(
            "x", Types.BINARY, each(value -> ("v" + value).getBytes(StandardCharsets.UTF_8))),
        value -> {
          byte[] bytes = ("v" + value).getBytes(StandardCharsets.UTF_8);
          return Symbol.ofBytes(Symbol.TAG_BINARY, bytes, 0, bytes.length);
        });
  }

  @Test
  void dictionaries() {
    List<Long> entries = rows(DISTINCT, index -> index - DISTINCT / 2L);
    List<Integer> indices = each(value -> value + DISTINCT / 2);
    MemoryColumn numbers = MemoryColumn.longs("x", Types.INT64, entries);
    assertCounted(
        numbers.asDictionary("x", Types.INT64, indices), value -> Symbol.of((long) value));
    MemoryColumn texts = MemoryColumn.texts("x", rows(DISTINCT, index -> "entry " + index));
    assertCounted(
        texts.asDictionary("x", Types.UTF8, indices),
        value -> Symbol.of("entry " + (value + DISTINCT / 2)));
  }

  /** A column of nulls alone may have a dictionary without entries. */
  @Test
  void aDictionaryWithoutEntriesIsAllNull() {
    CategoryEncoder encoder =
        new CategoryEncoder(NONE_KNOWN, Types.UTF8, Types.UTF8, new BlockScratch());
    int[] codes = {7, 7, 7, 7, 7};
    MemoryColumn column =
        MemoryColumn.texts("x", List.of())
            .asDictionary("x", Types.UTF8, Collections.nCopies(5, (Integer) null));
    encoder.encode(column.rows(1, 5), 0, 3, codes);
    assertEquals(List.of(0, 0, 0, 7, 7), rows(5, i -> codes[i]));
  }
}
