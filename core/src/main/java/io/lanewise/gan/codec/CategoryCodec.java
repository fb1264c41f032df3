package io.lanewise.gan.codec;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A column of categories: the choices are null, if there is any, then the categories from the most
 * frequent on, then one for all others, if there are any.
 */
final class CategoryCodec implements ValueCodec {

  private static final Word FALSE = word("false");
  private static final Word TRUE = word("true");
  private static final BytesColumn FALSE_TRUE = BytesColumn.of("false", "true");

  private final boolean hasNull;
  private final List<Word> words;
  private final int own;
  private final long[] otherCounts;
  private final long[] othersUpTo;
  private final BytesColumn dictionary;

  /**
   * A codec.
   *
   * @param words all of them, the most frequent first, without repetition
   * @param otherCounts how often the last of them occur, those without a choice of their own
   */
  CategoryCodec(boolean hasNull, List<Word> words, long[] otherCounts) {
    this.hasNull = hasNull;
    this.words = List.copyOf(words);
    this.own = words.size() - otherCounts.length;
    this.otherCounts = otherCounts.clone();
    this.othersUpTo = otherCounts.clone();
    Arrays.parallelPrefix(othersUpTo, Math::addExact);
    this.dictionary = BytesColumn.ofBytes(words.stream().map(Word::bytes).toList());
  }

  private static Word word(String text) {
    return new Word(text.getBytes(StandardCharsets.US_ASCII));
  }

  boolean hasNull() {
    return hasNull;
  }

  List<Word> words() {
    return words;
  }

  long[] otherCounts() {
    return otherCounts.clone();
  }

  @Override
  public Optional<String> note() {
    if (words.isEmpty()) {
      return Optional.of("null in every row, kept so");
    }
    if (words.size() == 1 && !hasNull) {
      return Optional.of("the same value in every row, kept so");
    }
    return otherCounts.length == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d categories, the %,d most frequent are trained, the others drawn by their"
                    + " frequency",
                words.size(),
                own));
  }

  private int firstWord() {
    return hasNull ? 1 : 0;
  }

  @Override
  public List<RowLayout.Choice> choices() {
    int choices = firstWord() + own + (otherCounts.length > 0 ? 1 : 0);
    return Collections.nCopies(choices, new RowLayout.Single());
  }

  @Override
  public Encoder encoder() {
    return new WordEncoder();
  }

  private final class WordEncoder implements Encoder {
    private final WordReader reader;
    private final int[] block = new int[Column.BLOCK];

    WordEncoder() {
      Map<Word, Integer> choices = new HashMap<>();
      for (int i = 0; i < own; i++) {
        choices.put(words.get(i), firstWord() + i);
      }
      // The others, or else the most frequent one; where all is null, null.
      int unlisted = otherCounts.length > 0 ? firstWord() + own : own > 0 ? firstWord() : 0;
      this.reader = new WordReader(word -> choices.getOrDefault(word, unlisted));
    }

    @Override
    public void encode(Column column, int from, int to, BlockRows rows, int firstRow) {
      reader.read(column, from, to, block);
      for (int i = 0; i < to - from; i++) {
        // Where null is no choice, choice 0 is the most frequent word.
        rows.put(firstRow + i, block[i] == WordReader.NULL ? 0 : block[i], 0);
      }
    }
  }

  @Override
  public void decode(
      BlockRows rows, int count, UniformRandomProvider rng, Field field, BatchBuilder batch) {
    int[] symbols = symbols(rows, count);
    for (int row = 0; row < count; row++) {
      if (symbols[row] == firstWord() + own) {
        symbols[row] = firstWord() + drawOther(rng);
      }
    }
    decode(symbols, field, batch);
  }

  @Override
  public int symbolCount() {
    return firstWord() + words.size();
  }

  @Override
  public boolean isTold() {
    return otherCounts.length == 0;
  }

  /** The choices: they begin as the symbols do, and the last may stand for many. */
  @Override
  public int[] symbols(BlockRows rows, int count) {
    int[] symbols = new int[count];
    for (int row = 0; row < count; row++) {
      symbols[row] = rows.choice(row);
    }
    return symbols;
  }

  @Override
  public void decode(int[] symbols, Field field, BatchBuilder batch) {
    int count = symbols.length;
    int[] codes = new int[count];
    BitSet nulls = new BitSet();
    for (int row = 0; row < count; row++) {
      codes[row] = symbols[row] - firstWord();
      nulls.set(row, codes[row] < 0);
    }
    if (field.type().family() == Family.BOOLEAN) {
      for (int row = 0; row < count; row++) {
        codes[row] = !nulls.get(row) && words.get(codes[row]).equals(TRUE) ? 1 : 0;
      }
      batch.codes(field, codes, FALSE_TRUE, nulls);
    } else {
      batch.codes(field, codes, dictionary, nulls);
    }
  }

  private int drawOther(UniformRandomProvider rng) {
    long drawn = rng.nextLong(othersUpTo[othersUpTo.length - 1]);
    int found = Arrays.binarySearch(othersUpTo, drawn + 1);
    return own + (found >= 0 ? found : -found - 1);
  }

  /** Whether the words are some that a column of the family can hold. */
  boolean fits(Family family) {
    return switch (family) {
      case BOOLEAN -> words.stream().allMatch(word -> word.equals(FALSE) || word.equals(TRUE));
      case NULL -> words.isEmpty();
      case NESTED -> false;
      default -> !family.ordered();
    };
  }
}
