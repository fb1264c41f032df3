package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParallelProductsTest {
  private final MatrixProducts scalar = Kernels.scalar().matrixProducts();

  @Test
  void theBitsAreThoseOfOneThread() {
    ProductSample sample = ProductSample.ordinary(11);
    for (Form form : Form.values()) {
      for (int threads : new int[] {1, 2, 3, 7}) {
        Product whole = sample.product(form, Update.ADD, 251, 150, 300);
        Matrix c = whole.c();
        Matrix copy = new Matrix(c.values().clone(), c.from(), c.rows(), c.columns(), c.stride());
        Product cut = new Product(form, whole.a(), whole.b(), Update.ADD, copy, whole.epilogue());
        scalar.multiply(whole);
        new ParallelProducts(scalar, threads).multiply(cut);
        assertArrayEquals(c.values(), copy.values(), form + " on " + threads + " threads");
      }
    }
  }

  @Test
  void partsCoverEveryRowOnce() {
    Queue<Product> parts = new ConcurrentLinkedQueue<>();
    Product product =
        new Product(Form.NN, zeros(1003, 200), zeros(200, 100), Update.SET, zeros(1003, 100));
    new ParallelProducts(parts::add, 3).multiply(product);
    assertEquals(3, parts.size());
    assertEquals(1003, parts.stream().mapToInt(Product::m).sum());
    assertEquals(3, parts.stream().map(part -> part.c().from()).distinct().count());
  }

  @Test
  void smallProductsStayOnOneThread() {
    ParallelProducts products = new ParallelProducts(scalar, 8);
    assertEquals(0, products.parts(square(128)), "4e6 operations");
    assertEquals(3, products.parts(square(256)), "3.4e7 operations");
    assertEquals(8, products.parts(square(1024)));
    assertEquals(
        0,
        products.parts(
            new Product(Form.NN, zeros(3, 2000), zeros(2000, 2000), Update.SET, zeros(3, 2000))),
        "three rows");
  }

  @Test
  void aFailureInAPartIsSeen() {
    MatrixProducts failing =
        product -> {
          throw new IllegalStateException("part of " + product.m());
        };
    RuntimeException failure =
        assertThrows(
            IllegalStateException.class,
            () -> new ParallelProducts(failing, 2).multiply(square(512)));
    assertTrue(failure.getMessage().contains("256"), failure.getMessage());
  }

  /** The caller may use its matrices again as soon as it has the failure. */
  @Test
  void aFailureIsSeenWhenNobodyComputesAnyMore() {
    int threads = 3;
    CountDownLatch running = new CountDownLatch(threads - 1);
    AtomicInteger done = new AtomicInteger();
    MatrixProducts products =
        product -> {
          try {
            if (product.c().from() == 0) {
              assertTrue(running.await(10, TimeUnit.SECONDS));
              throw new IllegalStateException("the first part");
            }
            running.countDown();
            Thread.sleep(100);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          done.incrementAndGet();
        };
    assertThrows(
        IllegalStateException.class,
        () -> new ParallelProducts(products, threads).multiply(square(512)));
    assertEquals(threads - 1, done.get());
  }

  @Test
  void thereIsAtLeastOneThread() {
    assertEquals(
        "threads is 0, expected 1 to 32767",
        assertThrows(IllegalArgumentException.class, () -> new ParallelProducts(scalar, 0))
            .getMessage());
  }

  private static Product square(int size) {
    return new Product(
        Form.NN, zeros(size, size), zeros(size, size), Update.SET, zeros(size, size));
  }

  private static Matrix zeros(int rows, int columns) {
    return Matrix.zeros(rows, columns);
  }
}
