package io.lanewise.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The frame that profiles, models and states share: what is read must be what would be written. */
final class ContainerTarget implements FuzzTarget {

  @Override
  public List<byte[]> seeds() throws IOException {
    TreeMap<String, Tensor> tensors = new TreeMap<>();
    tensors.put("a/b", Tensor.of("text".getBytes(StandardCharsets.UTF_8)));
    tensors.put("c", Tensor.ofCounts(new long[] {1, 300, 70_000, 1L << 40, 0, 5}, 2, 3));
    tensors.put("d", Tensor.of(new double[0], 4, 0));
    tensors.put("e", Tensor.of(new float[] {1.5f}));
    TreeMap<String, String> words = new TreeMap<>(Map.of("format", "x/1", "word", "\"ü\\\n"));
    return List.of(
        new Container(words, tensors).toBytes(),
        new Container(new TreeMap<>(), new TreeMap<>()).toBytes(),
        Golden.bytes("profile-1"));
  }

  @Override
  public boolean feed(byte[] input) {
    byte[] bytes = Sealed.of(input);
    try {
      assertArrayEquals(bytes, Container.of(bytes, "input").toBytes());
      return true;
    } catch (DataException e) {
      Refusal.check(e.getMessage());
      return false;
    }
  }
}
