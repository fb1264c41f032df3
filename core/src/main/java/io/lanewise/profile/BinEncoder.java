package io.lanewise.profile;

import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Family;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import io.lanewise.kernel.DoubleEdges;
import io.lanewise.kernel.EdgeSearch;
import io.lanewise.kernel.LongEdges;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Codes an ordered column by its bins. */
final class BinEncoder implements ColumnEncoder {

  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private final Bins bins;
  private final EdgeSearch search;
  private final DoubleEdges doubleEdges;
  private final LongEdges longEdges;
  private final BigInteger[] wideThresholds;
  private final CodeCounter counter;

  private final double[] doubles;
  private final long[] longs;
  private final BigInteger[] wides;
  private final long[] validity;
  private @Nullable Column dictionary;
  private int[] dictionaryCodes = new int[0];

  BinEncoder(Bins bins, ColumnType type, EdgeSearch search, BlockScratch scratch) {
    this.bins = bins;
    this.search = search;
    this.doubleEdges =
        new DoubleEdges(type.family() == Family.FLOATING ? bins.doubleThresholds() : new double[0]);
    this.wideThresholds = bins.thresholds(type.step());
    this.longEdges = new LongEdges(reachable(wideThresholds));
    this.counter = new CodeCounter(bins.symbolCount());
    this.doubles = scratch.doubles;
    this.longs = scratch.longs;
    this.wides = scratch.wides;
    this.validity = scratch.validity;
  }

  /** The thresholds that a long can reach: those above are dropped, those below are always met. */
  private static long[] reachable(BigInteger[] thresholds) {
    return Arrays.stream(thresholds)
        .filter(t -> t.compareTo(LONG_MAX) <= 0)
        .mapToLong(t -> t.max(LONG_MIN).longValueExact())
        .toArray();
  }

  @Override
  public void encode(Column column, int from, int to, int[] codes) {
    int nulls =
        switch (column) {
          case DoubleColumn values -> {
            int count = values.read(from, to, doubles, validity);
            search.search(doubles, to - from, doubleEdges, bins.nanCode(), codes);
            yield count;
          }
          case LongColumn values -> {
            int count = values.read(from, to, longs, validity);
            search.search(longs, to - from, longEdges, codes);
            yield count;
          }
          case WideColumn values -> {
            int count = values.read(from, to, wides, validity);
            searchWide(to - from, codes);
            yield count;
          }
          case DictionaryColumn indices -> {
            codeDictionary(indices.dictionary());
            int count = indices.read(from, to, codes, validity);
            gather(to - from, codes);
            yield count;
          }
          case BytesColumn bytes ->
              throw new IllegalArgumentException("byte strings have no place on a line: " + bytes);
        };
    if (nulls > 0) {
      NullBits.fill(validity, to - from, bins.nullCode(), codes);
    }
  }

  private void searchWide(int length, int[] codes) {
    for (int i = 0; i < length; i++) {
      int code = 0;
      while (code < wideThresholds.length && wideThresholds[code].compareTo(wides[i]) <= 0) {
        code++;
      }
      codes[i] = code;
    }
  }

  private void codeDictionary(Column values) {
    if (values == dictionary) {
      return;
    }
    int length = values.length();
    int[] coded = new int[Math.max(length, 1)];
    int[] block = new int[Column.BLOCK];
    for (int from = 0; from < length; from += Column.BLOCK) {
      int to = Math.min(length, from + Column.BLOCK);
      encode(values, from, to, block);
      System.arraycopy(block, 0, coded, from, to - from);
    }
    dictionaryCodes = coded;
    dictionary = values;
  }

  private void gather(int length, int[] codes) {
    int[] byIndex = dictionaryCodes;
    for (int i = 0; i < length; i++) {
      codes[i] = byIndex[codes[i]];
    }
  }

  @Override
  public void count(int[] codes, int length) {
    counter.add(codes, length);
  }

  @Override
  public BinCounts counts() {
    return new BinCounts(counter.toArray(bins.symbolCount()));
  }
}
