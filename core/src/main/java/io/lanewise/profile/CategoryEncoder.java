package io.lanewise.profile;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.Family;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Codes a column by its distinct values. */
final class CategoryEncoder implements ColumnEncoder {

  private static final int NULL_CODE = 0;
  private static final int RECENT = 1 << 10;

  private final Categories categories;
  private final byte bytesTag;
  private final ColumnType type;
  private final BigDecimal unit;
  private final boolean sameUnit;
  private final SymbolTable table;
  private final CodeCounter counter = new CodeCounter(64);

  private final double[] doubles;
  private final long[] longs;
  private final BigInteger[] wides;
  private final long[] validity;
  private final BytesBlock strings;

  /** Of numbers only, as many as {@link #RECENT}. */
  private long[] recentBits = new long[0];

  private int[] recentCodes = new int[0];
  private @Nullable DictionaryCodes dictionary;

  CategoryEncoder(
      Categories categories, ColumnType reference, ColumnType type, BlockScratch scratch) {
    this.categories = categories;
    this.table = new SymbolTable(categories);
    this.type = type;
    this.unit = Quantity.unit(reference);
    this.sameUnit = unit.compareTo(type.step()) == 0;
    this.bytesTag = type.family() == Family.BINARY ? Symbol.TAG_BINARY : Symbol.TAG_TEXT;
    this.doubles = scratch.doubles;
    this.longs = scratch.longs;
    this.wides = scratch.wides;
    this.validity = scratch.validity;
    this.strings = scratch.strings;
  }

  @Override
  public void encode(Column column, int from, int to, int[] codes) {
    switch (column) {
      case BytesColumn values -> encodeBytes(values, from, to, codes);
      case DictionaryColumn values -> encodeDictionary(values, from, to, codes);
      case DoubleColumn values -> {
        int nulls = values.read(from, to, doubles, validity);
        reserveRecent();
        fillNulls(nulls, to - from, codes);
        for (int i = 0; i < to - from; i++) {
          if (nulls == 0 || isValid(i)) {
            codes[i] = code(doubles[i]);
          }
        }
      }
      case LongColumn values -> {
        int nulls = values.read(from, to, longs, validity);
        reserveRecent();
        fillNulls(nulls, to - from, codes);
        for (int i = 0; i < to - from; i++) {
          if (nulls == 0 || isValid(i)) {
            codes[i] = code(longs[i]);
          }
        }
      }
      case WideColumn values -> {
        int nulls = values.read(from, to, wides, validity);
        fillNulls(nulls, to - from, codes);
        for (int i = 0; i < to - from; i++) {
          if (nulls == 0 || isValid(i)) {
            codes[i] = table.intern(Symbol.of(stated(wides[i])));
          }
        }
      }
    }
  }

  private boolean isValid(int row) {
    return NullBits.isValid(validity, row);
  }

  private void fillNulls(int nulls, int length, int[] codes) {
    if (nulls > 0) {
      NullBits.fill(validity, length, NULL_CODE, codes);
    }
  }

  private void reserveRecent() {
    if (recentCodes.length == 0) {
      recentBits = new long[RECENT];
      recentCodes = new int[RECENT];
      Arrays.fill(recentCodes, -1);
    }
  }

  /** Codes of doubles by way of the most recent value in each slot of a small cache. */
  private int code(double value) {
    long bits = Double.doubleToLongBits(value);
    int slot = slot(bits);
    if (recentBits[slot] != bits || recentCodes[slot] < 0) {
      recentCodes[slot] = table.intern(Symbol.of(value));
      recentBits[slot] = bits;
    }
    return recentCodes[slot];
  }

  private int code(long value) {
    int slot = slot(value);
    if (recentBits[slot] != value || recentCodes[slot] < 0) {
      Symbol symbol = sameUnit ? Symbol.of(value) : Symbol.of(stated(BigInteger.valueOf(value)));
      recentCodes[slot] = table.intern(symbol);
      recentBits[slot] = value;
    }
    return recentCodes[slot];
  }

  private static int slot(long bits) {
    return (int) (SymbolHash.mix(bits) >>> 32) & RECENT - 1;
  }

  /** A stored integer in the reference's unit. */
  private BigDecimal stated(BigInteger stored) {
    BigDecimal value = new BigDecimal(stored).multiply(type.step());
    // Units are powers of ten or 86,400, so a quotient that does not end has no equal on the other
    // side; 80 digits keep such values apart from each other.
    return value.divide(unit, new MathContext(80));
  }

  private void encodeBytes(BytesColumn values, int from, int to, int[] codes) {
    for (int row = from; row < to; ) {
      int rows = values.read(row, to, strings);
      int nulls = strings.nulls();
      byte[] bytes = strings.bytes();
      int[] ends = strings.ends();
      int start = 0;
      for (int i = 0; i < rows; i++) {
        int end = ends[i];
        boolean isNull = nulls > 0 && !NullBits.isValid(strings.validity(), i);
        codes[row - from + i] = isNull ? NULL_CODE : code(bytes, start, end);
        start = end;
      }
      row += rows;
    }
  }

  private int code(byte[] bytes, int from, int to) {
    return to - from <= Symbol.LONGEST
        ? table.intern(bytesTag, bytes, from, to)
        : table.intern(Symbol.ofBytes(bytesTag, bytes, from, to));
  }

  private void encodeDictionary(DictionaryColumn column, int from, int to, int[] codes) {
    DictionaryCodes known = dictionary;
    if (known == null || known.values != column.dictionary()) {
      known = new DictionaryCodes(column.dictionary());
      dictionary = known;
    }
    int nulls = column.read(from, to, codes, validity);
    if (known.codes.length == 0) {
      Arrays.fill(codes, 0, to - from, NULL_CODE);
      return;
    }
    if (!gather(known.codes, to - from, codes)) {
      column.read(from, to, codes, validity);
      codeNewEntries(known, nulls, to - from, codes);
    }
    fillNulls(nulls, to - from, codes);
  }

  /** Replaces indices by their codes; false if one has none yet. */
  private static boolean gather(int[] byIndex, int length, int[] codes) {
    int signs = 0;
    for (int i = 0; i < length; i++) {
      int code = byIndex[codes[i]];
      codes[i] = code;
      signs |= code;
    }
    return signs >= 0;
  }

  private void codeNewEntries(DictionaryCodes known, int nulls, int length, int[] codes) {
    for (int i = 0; i < length; i++) {
      if (nulls == 0 || isValid(i)) {
        int code = known.codes[codes[i]];
        codes[i] = code >= 0 ? code : codeOfEntry(known, codes[i]);
      }
    }
  }

  /** Codes a dictionary entry when a row first uses it: unused entries are no symbols. */
  private int codeOfEntry(DictionaryCodes known, int index) {
    long[] rowValidity = validity.clone();
    int[] one = new int[1];
    encode(known.values, index, index + 1, one);
    System.arraycopy(rowValidity, 0, validity, 0, rowValidity.length);
    known.codes[index] = one[0];
    return one[0];
  }

  @Override
  public void count(int[] codes, int length) {
    counter.reserve(table.codeLimit());
    counter.add(codes, length);
  }

  @Override
  public CategoryCounts counts() {
    long[] counts = counter.toArray(table.codeLimit());
    SortedMap<Symbol, Long> symbols = new TreeMap<>();
    for (int code = 0; code < table.size(); code++) {
      if (counts[code] > 0) {
        symbols.put(table.symbol(code), counts[code]);
      }
    }
    long[] buckets =
        table.overflowed()
            ? Arrays.copyOfRange(counts, table.firstBucket(), counts.length)
            : new long[0];
    return CategoryCounts.of(categories, symbols, buckets);
  }

  /** Codes of a dictionary's entries, -1 for those that no row has used so far. */
  private static final class DictionaryCodes {
    final Column values;
    final int[] codes;

    DictionaryCodes(Column values) {
      this.values = values;
      this.codes = new int[values.length()];
      Arrays.fill(codes, -1);
    }
  }
}
