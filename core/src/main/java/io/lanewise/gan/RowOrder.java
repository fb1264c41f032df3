package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.Arrays;
import org.apache.commons.rng.RestorableUniformRandomProvider;

/** In which order rows are looked at: all of them in random order, then again in another. */
final class RowOrder {

  private final int[] order;
  private final RestorableUniformRandomProvider random;
  private int next;

  RowOrder(int rows, RestorableUniformRandomProvider random) {
    this.order = new int[rows];
    this.random = random;
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    next = rows;
  }

  /** Makes so many rows the next ones; what an order has left over of them is passed over. */
  void advance(int batch) {
    next += batch;
    if (next > order.length - batch) {
      shuffle();
      next = 0;
    }
  }

  /** One of the next rows; they begin again where a batch has more than there are. */
  int row(int i) {
    return order[(next + i) % order.length];
  }

  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
  }

  void save(Entries entries) {
    entries.put("order", Tensor.ofCounts(Arrays.stream(order).asLongStream().toArray()));
    entries.put("next", Tensor.ofCounts(new long[] {next}));
    RandomNumbers.save(entries, "order.random", random);
  }

  void restore(Entries entries) {
    long[] saved = entries.numbers("order", order.length, order.length - 1L);
    boolean[] seen = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) saved[i];
      if (seen[order[i]]) {
        throw new IllegalArgumentException("order has row " + order[i] + " twice");
      }
      seen[order[i]] = true;
    }
    next = (int) entries.numbers("next", 1, order.length)[0];
    RandomNumbers.restore(entries, "order.random", random);
  }

  int size() {
    return order.length;
  }
}
