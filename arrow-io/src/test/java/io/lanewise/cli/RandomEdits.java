package io.lanewise.cli;

import io.lanewise.container.Container;
import io.lanewise.container.ElementType;
import io.lanewise.container.Tensor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;

/**
 * Random changes of what a file of ours says: words taken from elsewhere or out of range, numbers
 * at the ends of their types, lists that are too short, parts that are missing or swapped.
 */
final class RandomEdits {

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1",
          "2",
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "1E+9990",
          "1E-9990",
          "1E+309",
          "0.001",
          "86400",
          "1.0",
          "NaN",
          "Infinity",
          "true",
          "false",
          "null",
          "\33[31m\n\u2028",
          "\ud800",
          "0 1",
          "-1 0 1E+30",
          "1,1",
          "adam,1.0E300,0.5,0.9,1.0E-300",
          "sgd,1.0E38,0.9",
          "4.9E-324",
          "1.7976931348623157E308");

  /** Type, family and step. */
  private static final List<List<String>> TYPES =
      List.of(
          List.of("int8", "INTEGER", "1"),
          List.of("uint64", "INTEGER", "1"),
          List.of("float16", "FLOATING", "1"),
          List.of("float64", "FLOATING", "1"),
          List.of("decimal128(38,3)", "DECIMAL", "0.001"),
          List.of("decimal256(76,-900)", "DECIMAL", "1E+900"),
          List.of("date32", "DATE", "86400"),
          List.of("date64", "DATE", "0.001"),
          List.of("time64[ns]", "TIME", "1E-9"),
          List.of("timestamp[s]", "TIMESTAMP", "1"),
          List.of("timestamp[us, UTC]", "INSTANT", "0.000001"),
          List.of("duration[ms]", "DURATION", "0.001"),
          List.of("other", "DURATION", "0.7"),
          List.of("bool", "BOOLEAN", "1"),
          List.of("utf8", "TEXT", "1"),
          List.of("binary", "BINARY", "1"),
          List.of("null", "NULL", "1"),
          List.of("list", "NESTED", "1"));

  private static final long[] WHOLE = {
    0, 1, 2, 255, 256, 65_535, 65_536, Integer.MAX_VALUE, 1L << 53, 1L << 62, Long.MAX_VALUE
  };

  private static final double[] NUMBERS = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private final Random random;
  private final EditedFile file;

  private RandomEdits(long seed, EditedFile file) {
    this.random = new Random(seed);
    this.file = file;
  }

  /** A container with one to three changes, the same for the same seed. */
  static Container of(Container good, long seed) {
    RandomEdits edits = new RandomEdits(seed, EditedFile.of(good));
    int count = 1 + Math.max(0, edits.random.nextInt(6) - 3);
    for (int i = 0; i < count; i++) {
      edits.change();
    }
    return edits.file.container();
  }

  private void change() {
    if (random.nextInt(5) < 2) {
      changeWord();
    } else {
      changeTensor();
    }
  }

  private <V> String anyOf(SortedMap<String, V> entries) {
    Iterator<String> keys = entries.keySet().iterator();
    for (int skipped = random.nextInt(entries.size()); skipped > 0; skipped--) {
      keys.next();
    }
    return keys.next();
  }

  private <V> V anyOf(List<V> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void changeWord() {
    SortedMap<String, String> words = file.words();
    if (words.isEmpty()) {
      return;
    }
    String key = anyOf(words);
    String word = words.getOrDefault(key, "");
    switch (random.nextInt(8)) {
      case 0, 1 -> words.put(key, anyOf(WORDS));
      case 2 -> {
        String other = anyOf(words);
        words.put(key, words.getOrDefault(other, ""));
        words.put(other, word);
      }
      case 3 -> words.put(key, words.getOrDefault(anyOf(words), ""));
      case 4 -> words.put(key, word.substring(0, random.nextInt(word.length() + 1)));
      case 5 -> words.put(key, word.replaceFirst("\\d+", anyOf(WORDS)));
      case 6 -> words.remove(key);
      default -> retype(key);
    }
  }

  /** All that a column says of its type, so that it is consistent. */
  private void retype(String key) {
    List<String> type = anyOf(TYPES);
    String prefix = key.substring(0, key.lastIndexOf('/') + 1);
    file.word(prefix + "type", type.get(0))
        .word(prefix + "family", type.get(1))
        .word(prefix + "step", type.get(2));
  }

  private void changeTensor() {
    SortedMap<String, Tensor> tensors = file.tensors();
    if (tensors.isEmpty()) {
      return;
    }
    String name = anyOf(tensors);
    Tensor tensor = file.container().tensor(name);
    switch (random.nextInt(10)) {
      case 0 -> tensors.remove(name);
      case 1 -> {
        String other = anyOf(tensors);
        tensors.put(name, file.container().tensor(other));
        tensors.put(other, tensor);
      }
      case 2 -> scale();
      default -> tensors.put(name, changed(tensor));
    }
  }

  /** Every count as often, so that they still add up. */
  private void scale() {
    long factor = WHOLE[random.nextInt(WHOLE.length)];
    for (String name : List.copyOf(file.tensors().keySet())) {
      if (name.equals("rows") || name.equals("joint") || name.endsWith("counts")) {
        file.numbers(
            name, counts -> Arrays.setAll(counts, i -> counts[i] * factor & Long.MAX_VALUE));
      }
    }
  }

  private Tensor changed(Tensor tensor) {
    int[] shape = tensor.shape().stream().mapToInt(size -> size).toArray();
    return switch (tensor.type()) {
      case F32 -> {
        float[] numbers = tensor.toFloats();
        if (numbers.length > 0) {
          numbers[random.nextInt(numbers.length)] = (float) number();
        }
        yield Tensor.of(numbers, shape);
      }
      case F64 -> {
        double[] numbers = tensor.toDoubles();
        if (numbers.length > 0) {
          numbers[random.nextInt(numbers.length)] = number();
        }
        yield Tensor.of(numbers, shape);
      }
      case U8, U16, U32, I64 -> changed(tensor, shape);
    };
  }

  private double number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private Tensor changed(Tensor tensor, int[] shape) {
    long[] numbers = tensor.toLongs();
    if (numbers.length == 0 || random.nextInt(8) == 0) {
      int length = Math.max(0, numbers.length + random.nextInt(3) - 1);
      return whole(tensor, Arrays.copyOf(numbers, length));
    }
    int at = random.nextInt(numbers.length);
    int other = random.nextInt(numbers.length);
    switch (random.nextInt(5)) {
      case 0 -> numbers[at] = WHOLE[random.nextInt(WHOLE.length)];
      case 1 -> numbers[at] += random.nextBoolean() ? 1 : -1;
      case 2 -> {
        long number = numbers[at];
        numbers[at] = numbers[other];
        numbers[other] = number;
      }
      case 3 -> numbers[at] = random.nextInt(256);
      default -> {
        numbers[at]++;
        numbers[other]--;
      }
    }
    return whole(tensor, numbers, shape);
  }

  /** In the type that Lanewise would take, but for numbers that may have a sign. */
  private Tensor whole(Tensor before, long[] numbers, int... shape) {
    boolean signed = Arrays.stream(numbers).anyMatch(number -> number < 0);
    boolean mayBe = before.type() == ElementType.I64 && random.nextBoolean();
    return signed || mayBe ? Tensor.of(numbers, shape) : Tensor.ofCounts(numbers, shape);
  }
}
