package io.lanewise.profile;

import io.lanewise.container.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a container whose names begin alike, those of one column for instance.
 *
 * @param prefix how they begin, without the slash
 * @param words metadata by key
 * @param tensors tensors by name
 */
record Entries(String prefix, Map<String, String> words, Map<String, Tensor> tensors) {

  void put(String name, String word) {
    words.put(prefix + "/" + name, word);
  }

  void put(String name, Tensor tensor) {
    tensors.put(prefix + "/" + name, tensor);
  }

  @Nullable String optionalWord(String name) {
    return words.get(prefix + "/" + name);
  }

  String word(String name) {
    String word = optionalWord(name);
    if (word == null) {
      throw new IllegalArgumentException("has no " + prefix + "/" + name);
    }
    return word;
  }

  boolean has(String name) {
    return tensors.containsKey(prefix + "/" + name);
  }

  Tensor tensor(String name) {
    Tensor tensor = tensors.get(prefix + "/" + name);
    if (tensor == null) {
      throw new IllegalArgumentException("has no " + prefix + "/" + name);
    }
    return tensor;
  }

  /** Whole numbers of an expected number and size. */
  long[] numbers(String name, int count, long greatest) {
    long[] numbers = numbers(name, greatest);
    if (numbers.length != count) {
      throw new IllegalArgumentException(
          "%s/%s has %d numbers, expected %d".formatted(prefix, name, numbers.length, count));
    }
    return numbers;
  }

  /** Whole numbers of an expected size. */
  long[] numbers(String name, long greatest) {
    long[] numbers = tensor(name).toLongs();
    for (long number : numbers) {
      if (number < 0 || number > greatest) {
        throw new IllegalArgumentException(
            "%s/%s holds %d, expected 0 to %d".formatted(prefix, name, number, greatest));
      }
    }
    return numbers;
  }
}
