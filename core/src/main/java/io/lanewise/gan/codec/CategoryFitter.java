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
    }
  }

  @Override
  public CategoryCodec fit() {
    List<Map.Entry<Word, Integer>> entries =
        numbers.entrySet().stream()
            .sorted(
                Comparator.comparingLong((Map.Entry<Word, Integer> e) -> -counts[e.getValue()])
                    .thenComparing(Map.Entry::getKey))
            .toList();
    int most = settings.mostCategories();
    int own = entries.size() <= most ? entries.size() : most - 1;
    return new CategoryCodec(
        nulls > 0,
        entries.stream().map(Map.Entry::getKey).toList(),
        entries.stream().skip(own).mapToLong(e -> counts[e.getValue()]).toArray());
  }
}
