package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class SharedWorkTest {

  @Test
  void everyPieceIsDoneOnce() {
    for (int threads = 1; threads <= 5; threads++) {
      for (int count : new int[] {0, 1, 15, 16, 17, 1_225}) {
        AtomicIntegerArray done = new AtomicIntegerArray(count);
        SharedWork.run(count, threads, () -> done::incrementAndGet);
        for (int i = 0; i < count; i++) {
          assertEquals(1, done.get(i), threads + " threads, piece " + i + " of " + count);
        }
      }
    }
  }

  @Test
  void whatFailsInAnyThreadIsThrown() {
    for (int threads = 1; threads <= 3; threads++) {
      for (int bad : new int[] {0, 40, 99}) {
        IllegalStateException failure = new IllegalStateException("piece " + bad);
        int workers = threads;
        IllegalStateException thrown =
            assertThrows(
                IllegalStateException.class,
                () ->
                    SharedWork.run(
                        100,
                        workers,
                        () ->
                            i -> {
                              if (i == bad) {
                                throw failure;
                              }
                            }));
        assertSame(failure, thrown);
      }
    }
  }
}
