package io.lanewise.gan.codec;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.gan.codec.NumberRows.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Fits the codec of an ordered column. */
final class NumberFitter implements ColumnFitter {

  private final CodecSettings settings;
  private final NumberReader reader = new NumberReader();
  private final NumberRows block = new NumberRows(Column.BLOCK);
  private final Map<Kind, Long> specialCounts = new EnumMap<>(Kind.class);
  private final NumberSample sample;
  private final NumberNames names;
  private final int[] codes = new int[Column.BLOCK];
  private final RowCodes rows = new RowCodes();

  NumberFitter(ColumnType type, CodecSettings settings) {
    this.settings = settings;
    boolean floating = type.family() == Family.FLOATING;
    this.sample = new NumberSample(floating);
    this.names = new NumberNames(floating);
  }

  @Override
  public void accept(Column column, int from, int to) {
    reader.read(column, from, to, block);
    for (int i = 0; i < to - from; i++) {
      Kind kind = block.kind(i);
      switch (kind) {
        case NULL, NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY ->
            specialCounts.merge(kind, 1L, Long::sum);
        case DOUBLE, LONG, WIDE -> sample.add(block, i);
      }
    }
    addCodes(to - from);
  }

  private void addCodes(int count) {
    if (!rows.isGivenUp()) {
      for (int i = 0; i < count; i++) {
        codes[i] = names.code(block, i);
      }
      rows.add(codes, count);
    }
  }

  @Override
  public FittedColumn fitted() {
    NumberCodec codec = fit();
    if (rows.isGivenUp()) {
      return new FittedColumn(codec, rows, null);
    }
    int[] symbols = new int[RowCodes.END];
    for (int code = 0; code < symbols.length; code++) {
      symbols[code] = rows.occurs(code) ? codec.symbol(names.values(), code) : -1;
    }
    return new FittedColumn(codec, rows, symbols);
  }

  NumberCodec fit() {
    Distinct values = sample.distinct();
    long rows = values.total();
    List<Kind> specials = new ArrayList<>();
    List<Long> masses = new ArrayList<>();
    for (Map.Entry<Kind, Long> special : specialCounts.entrySet()) {
      specials.add(special.getKey());
      masses.add(special.getValue());
      rows += special.getKey() == Kind.NULL ? 0 : special.getValue();
    }
    int[] spikes = Spikes.of(values, rows, settings.mostPlainNumbers());
    for (int spike : spikes) {
      masses.add(values.counts()[spike]);
    }
    Distinct rest = values.select(without(spikes, values.size()));
    Stretches stretches = Stretches.fit(rest, settings);
    if (stretches.count() > 0) {
      // All stretches together, and of them the one in the middle of the rows.
      masses.add(rest.total());
    }
    int largest =
        IntStream.range(0, masses.size())
            .reduce(0, (a, b) -> masses.get(b) > masses.get(a) ? b : a);
    int firstStretch = specials.size() + spikes.length;
    int usual = largest < firstStretch ? largest : firstStretch + stretches.count() / 2;
    return new NumberCodec(specials, values.line().select(spikes), stretches, usual);
  }

  private static int[] without(int[] indices, int size) {
    BitSet left = new BitSet();
    left.set(0, size);
    for (int index : indices) {
      left.clear(index);
    }
    return left.stream().toArray();
  }
}
