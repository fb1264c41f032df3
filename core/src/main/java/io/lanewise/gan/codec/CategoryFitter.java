package io.lanewise.gan.codec;

import io.lanewise.column.Column;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fits the codec of a column of text, bytes, booleans or nulls. */
final class CategoryFitter implements ColumnFitter {

  private final CodecSettings settings;
  private final Map<Word, Integer> numbers = new HashMap<>();
  private final WordReader reader =
      new WordReader(word -> numbers.computeIfAbsent(word, _ -> numbers.size()));
  private final int[] block = new int[Column.BLOCK];
  private long[] counts = new long[16];
  private long nulls;
  private final RowCodes rows = new RowCodes();

  CategoryFitter(CodecSettings settings) {
    this.settings = settings;
  }

  @Override
  public void accept(Column column, int from, int to) {
    reader.read(column, from, to, block);
    if (numbers.size() > counts.length) {
      counts = Arrays.copyOf(counts, 2 * numbers.size());
    }
    for (int i = 0; i < to - from; i++) {
      if (block[i] == WordReader.NULL) {
        nulls++;
      } else {
        counts[block[i]]++;
      }
      block[i] = code(block[i]);
    }
    rows.add(block, to - from);
  }

  private static int code(int word) {
    return word == WordReader.NULL
        ? RowCodes.NULL
        : Math.min(word, RowCodes.MOST_VALUES) + RowCodes.FIRST_VALUE;
  }

  @Override
  public FittedColumn fitted() {
    List<Map.Entry<Word, Integer>> entries = entries();
    CategoryCodec codec = fit(entries);
    if (rows.isGivenUp()) {
      return new FittedColumn(codec, rows, null);
    }
    int[] symbols = new int[RowCodes.END];
    Arrays.fill(symbols, -1);
    int firstWord = codec.symbolCount() - entries.size();
    symbols[code(WordReader.NULL)] = firstWord - 1;
    for (int i = 0; i < entries.size(); i++) {
      symbols[code(entries.get(i).getValue())] = firstWord + i;
    }
    return new FittedColumn(codec, rows, symbols);
  }

  private List<Map.Entry<Word, Integer>> entries() {
    return numbers.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Word, Integer> e) -> -counts[e.getValue()])
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private CategoryCodec fit(List<Map.Entry<Word, Integer>> entries) {
    int most = settings.mostCategories();
    int own = entries.size() <= most ? entries.size() : most - 1;
    return new CategoryCodec(
        nulls > 0,
        entries.stream().map(Map.Entry::getKey).toList(),
        entries.stream().skip(own).mapToLong(e -> counts[e.getValue()]).toArray());
  }
}
