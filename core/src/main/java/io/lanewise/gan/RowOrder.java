package io.lanewise.gan;

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

  int size() {
    return order.length;
  }
}
