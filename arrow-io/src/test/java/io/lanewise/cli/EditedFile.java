package io.lanewise.cli;

import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a file of ours says, to be changed and written with a right checksum: a file that only those
 * can tell from a good one who look at what it says.
 */
final class EditedFile {

  private final SortedMap<String, String> words;
  private final SortedMap<String, Tensor> tensors;

  private EditedFile(Container container) {
    this.words = new TreeMap<>(container.metadata());
    this.tensors = new TreeMap<>(container.tensors());
  }

  static EditedFile of(Container container) {
    return new EditedFile(container);
  }

  static Container read(Path file) throws IOException {
    return Container.of(Files.readAllBytes(file), file.toString());
  }

  Container container() {
    return new Container(words, tensors);
  }

  SortedMap<String, String> words() {
    return words;
  }

  SortedMap<String, Tensor> tensors() {
    return tensors;
  }

  EditedFile word(String key, String word) {
    words.put(key, word);
    return this;
  }

  EditedFile counts(String name, long... counts) {
    tensors.put(name, Tensor.ofCounts(counts));
    return this;
  }

  EditedFile pairs(long... columns) {
    tensors.put("pairs", Tensor.ofCounts(columns, columns.length / 2, 2));
    return this;
  }

  EditedFile bytes(String name, int... bytes) {
    byte[] values = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = (byte) bytes[i];
    }
    tensors.put(name, Tensor.of(values));
    return this;
  }

  /** Values by their keys, each of the bytes given. */
  EditedFile keys(String name, List<byte[]> keys) {
    int length = keys.stream().mapToInt(key -> key.length).sum();
    byte[] all = new byte[length];
    long[] ends = new long[keys.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      System.arraycopy(keys.get(i), 0, all, end, keys.get(i).length);
      end += keys.get(i).length;
      ends[i] = end;
    }
    tensors.put(name, Tensor.of(all));
    return counts(name + ".ends", ends);
  }

  /** Changes whole numbers in place. */
  EditedFile numbers(String name, Consumer<long[]> change) {
    Tensor tensor = tensors.get(name);
    long[] numbers = tensor.toLongs();
    change.accept(numbers);
    int[] shape = tensor.shape().stream().mapToInt(size -> size).toArray();
    tensors.put(name, Tensor.ofCounts(numbers, shape));
    return this;
  }

  EditedFile without(String name) {
    words.remove(name);
    tensors.remove(name);
    return this;
  }
}
