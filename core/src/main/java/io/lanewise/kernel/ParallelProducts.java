package io.lanewise.kernel;

import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Matrix products on several threads, each of which takes some rows of the result.
 *
 * <p>The bits are those of one thread, as the order of a sum depends on no row. A product is cut
 * only into parts of at least {@value #LEAST_PART} operations, some 100 microseconds of vector
 * code: a hand-off costs 7 to 11. Smaller ones run on the caller's thread. Where a product is cut,
 * a few hundred bytes are allocated for each part.
 *
 * <p>The threads are daemons, made when first needed; they end when nothing came for a minute. Safe
 * for any thread; callers that compute at the same time share the threads.
 */
public final class ParallelProducts implements MatrixProducts {

  /** Fewest multiplications and additions in a part. */
  static final long LEAST_PART = 10_000_000;

  /** Rows of a part, but of the last one, are a multiple of this: as tiles are. */
  private static final int ROWS = 4;

  private final MatrixProducts products;
  private final int threads;
  private final ForkJoinPool helpers;

  /**
   * Prepares to cut products.
   *
   * @param products computes the parts
   * @param threads most threads that compute at once, the caller's among them
   * @throws IllegalArgumentException if there is no thread, or more than a pool can have
   */
  public ParallelProducts(MatrixProducts products, int threads) {
    if (threads < 1 || threads > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "threads is %d, expected 1 to %d".formatted(threads, Short.MAX_VALUE));
    }
    this.products = Objects.requireNonNull(products, "products");
    this.threads = threads;
    this.helpers = new ForkJoinPool(Math.max(1, threads - 1));
  }

  @Override
  public void multiply(Product product) {
    int parts = parts(product);
    if (parts < 2) {
      products.multiply(product);
      return;
    }
    ForkJoinTask<?>[] others = new ForkJoinTask<?>[parts - 1];
    for (int part = 1; part < parts; part++) {
      Product rows = part(product, part, parts);
      others[part - 1] = helpers.submit(() -> products.multiply(rows));
    }
    try {
      products.multiply(part(product, 0, parts));
    } finally {
      // Whatever failed, nobody writes to the result any more when this method returns.
      for (ForkJoinTask<?> other : others) {
        other.quietlyJoin();
      }
    }
    for (ForkJoinTask<?> other : others) {
      other.join();
    }
  }

  /** Into how many parts a product is cut. */
  int parts(Product product) {
    double operations = 2.0 * product.m() * product.n() * product.k();
    double most = Math.min(operations / LEAST_PART, (double) product.m() / ROWS);
    return (int) Math.min(threads, most);
  }

  private static Product part(Product product, int part, int parts) {
    return product.rows(bound(product.m(), part, parts), bound(product.m(), part + 1, parts));
  }

  private static int bound(int m, int part, int parts) {
    return part == parts ? m : (int) ((long) m * part / parts / ROWS * ROWS);
  }
}
