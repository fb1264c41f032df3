package io.lanewise.container;

import io.lanewise.column.ArrowWords;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a container whose names begin alike, those of one column for instance; what is
 * read and is missing, or not what it should be, is an IllegalArgumentException that names it.
 *
 * @param prefix how they begin, without the slash
 * @param words metadata by key
 * @param tensors tensors by name
 */
public record Entries(String prefix, Map<String, String> words, Map<String, Tensor> tensors) {

  /** Most digits of a decimal, and its largest scale: 1e999999999 would need all memory as text. */
  public static final int MOST_DIGITS = 10_000;

  /** Most characters of a decimal: reading takes their square. */
  public static final int LONGEST_DECIMAL = 2 * MOST_DIGITS;

  /** Adds a word. */
  public void put(String name, String word) {
    words.put(prefix + "/" + name, word);
  }

  /** Adds a tensor. */
  public void put(String name, Tensor tensor) {
    tensors.put(prefix + "/" + name, tensor);
  }

  /** Adds a field, as the words {@code name}, {@code type}, {@code family} and {@code step}. */
  public void put(Field field) {
    put("name", field.name());
    put("type", field.type().name());
    put("family", field.type().family().name());
    put("step", field.type().step().toString());
  }

  /** The field whose words are there, and do not contradict each other. */
  public Field field() {
    Family family = Family.valueOf(word("family"));
    ColumnType type = new ColumnType(word("type"), family, decimal(word("step")));
    ArrowWords.check(type);
    return new Field(word("name"), type);
  }

  /** Adds byte strings: their bytes end to end, and as {@code name.ends} where each ends. */
  public void put(String name, Iterable<byte[]> strings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Long> ends = new ArrayList<>();
    for (byte[] string : strings) {
      bytes.writeBytes(string);
      ends.add((long) bytes.size());
    }
    put(name, Tensor.of(bytes.toByteArray()));
    put(name + ".ends", Tensor.ofCounts(ends.stream().mapToLong(Long::longValue).toArray()));
  }

  /** The byte strings that were added under a name. */
  public List<byte[]> strings(String name) {
    byte[] bytes = tensor(name).toBytes();
    long[] ends = numbers(name + ".ends", bytes.length);
    List<byte[]> strings = new ArrayList<>();
    int start = 0;
    for (long end : ends) {
      if (end < start) {
        throw new IllegalArgumentException(
            "%s/%s: a string at [%d, %d)".formatted(prefix, name, start, end));
      }
      strings.add(Arrays.copyOfRange(bytes, start, (int) end));
      start = (int) end;
    }
    if (start != bytes.length) {
      throw new IllegalArgumentException(
          "%s/%s ends at %d, expected %d".formatted(prefix, name, start, bytes.length));
    }
    return strings;
  }

  /** A word, or null if there is none of the name. */
  public @Nullable String optionalWord(String name) {
    return words.get(prefix + "/" + name);
  }

  /** A word that must be there. */
  public String word(String name) {
    String word = optionalWord(name);
    if (word == null) {
      throw new IllegalArgumentException("has no " + prefix + "/" + name);
    }
    return word;
  }

  /** Whether there is a tensor of the name. */
  public boolean has(String name) {
    return tensors.containsKey(prefix + "/" + name);
  }

  /** A tensor that must be there. */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(prefix + "/" + name);
    if (tensor == null) {
      throw new IllegalArgumentException("has no " + prefix + "/" + name);
    }
    return tensor;
  }

  /** So many whole numbers of 0 to {@code greatest}. */
  public long[] numbers(String name, int count, long greatest) {
    long[] numbers = numbers(name, greatest);
    if (numbers.length != count) {
      throw new IllegalArgumentException(
          "%s/%s has %d numbers, expected %d".formatted(prefix, name, numbers.length, count));
    }
    return numbers;
  }

  /** Whole numbers of 0 to {@code greatest}. */
  public long[] numbers(String name, long greatest) {
    long[] numbers = tensor(name).toLongs();
    for (long number : numbers) {
      if (number < 0 || number > greatest) {
        throw new IllegalArgumentException(
            "%s/%s holds %d, expected 0 to %d".formatted(prefix, name, number, greatest));
      }
    }
    return numbers;
  }

  /** Fills an array with the floats of a tensor that has as many. */
  public void floats(String name, float[] values) {
    float[] read = tensor(name).toFloats();
    if (read.length != values.length) {
      throw new IllegalArgumentException(
          "%s/%s has %d numbers, expected %d".formatted(prefix, name, read.length, values.length));
    }
    System.arraycopy(read, 0, values, 0, values.length);
  }

  /**
   * A decimal of a size that a column can have.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static BigDecimal decimal(String digits) {
    if (digits.length() > LONGEST_DECIMAL) {
      throw new IllegalArgumentException(
          "a number of %d characters, expected at most %d"
              .formatted(digits.length(), LONGEST_DECIMAL));
    }
    BigDecimal value;
    try {
      value = new BigDecimal(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + digits + "' is not a number", e);
    }
    if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "'%s' is not a number of at most %d digits".formatted(digits, MOST_DIGITS));
    }
    return value;
  }
}
