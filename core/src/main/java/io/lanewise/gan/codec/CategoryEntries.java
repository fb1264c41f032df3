package io.lanewise.gan.codec;

import io.lanewise.column.Family;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.HashSet;
import java.util.List;

/** The codec of a column of categories in a container. */
final class CategoryEntries {

  private CategoryEntries() {}

  static void write(CategoryCodec codec, Entries entries) {
    entries.put("null", Boolean.toString(codec.hasNull()));
    entries.put("words", codec.words().stream().map(Word::bytes).toList());
    entries.put("others", Tensor.ofCounts(codec.otherCounts()));
  }

  static CategoryCodec read(Family family, Entries entries) {
    List<Word> words = entries.strings("words").stream().map(Word::new).toList();
    long[] others = entries.numbers("others", Long.MAX_VALUE);
    boolean hasNull = Boolean.parseBoolean(entries.word("null"));
    if (new HashSet<>(words).size() != words.size()) {
      throw new IllegalArgumentException(entries.prefix() + "/words: one occurs twice");
    }
    if (words.isEmpty() ? !hasNull || others.length > 0 : others.length >= words.size()) {
      throw new IllegalArgumentException(
          "%s has %d words, %d of them others"
              .formatted(entries.prefix(), words.size(), others.length));
    }
    for (long count : others) {
      if (count == 0) {
        throw new IllegalArgumentException(entries.prefix() + "/others: one occurs 0 times");
      }
    }
    CategoryCodec codec = new CategoryCodec(hasNull, words, others);
    if (!codec.fits(family)) {
      throw new IllegalArgumentException(
          "%s/words are no values of a column of %s".formatted(entries.prefix(), family));
    }
    return codec;
  }
}
