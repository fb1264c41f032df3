package io.lanewise.arrow;

import static io.lanewise.arrow.LargeBatches.ALL_ROWS;
import static io.lanewise.arrow.LargeBatches.OF_BATCH;
import static io.lanewise.arrow.LargeBatches.ROWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import io.lanewise.profile.RowFeed;
import io.lanewise.profile.SliceWorker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one thread can read within a limit, several can. */
class SharedLimitTest {

  private static long read(byte[] stream, long limit, int threads) {
    var budget = new MemoryBudget(limit);
    SliceWorker worker =
        (batch, _, _) -> {
          assertEquals(ROWS, batch.column(0).length());
          assertEquals(ROWS, batch.column(1).length());
          assertTrue(budget.heldBytes() <= limit);
        };
    try (var table = ArrowTable.spool("input", new ByteArrayInputStream(stream), budget);
        var feed = new RowFeed(table.open(), Collections.nCopies(threads, worker), _ -> {})) {
      return feed.feed(Long.MAX_VALUE);
    } finally {
      assertEquals(0, budget.heldBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void whatFitsDoesNotDependOnThreads(int threads) throws IOException {
    byte[] stream = LargeBatches.stream();
    for (int again = 0; again < 30; again++) {
      for (long limit : List.of(OF_BATCH, 2 * OF_BATCH - 1, 3 * OF_BATCH)) {
        assertEquals(ALL_ROWS, read(stream, limit, threads));
      }
      var e = assertThrows(DataException.class, () -> read(stream, OF_BATCH - 1, threads));
      assertTrue(e.getMessage().contains("of the memory limit of"), e.getMessage());
    }
  }

  /** Of a dictionary that grows, which all batches share, each claims what there is so far. */
  @Test
  void whatFitsBesideAGrowingDictionaryDoesNotDependOnThreads() throws IOException {
    byte[] stream = LargeBatches.streamOfDeltas();
    long tooLittle = OF_BATCH;
    long enough = 32 * OF_BATCH;
    assertTrue(fits(stream, enough));
    while (enough - tooLittle > 1) {
      long limit = (tooLittle + enough) / 2;
      if (fits(stream, limit)) {
        enough = limit;
      } else {
        tooLittle = limit;
      }
    }
    for (int again = 0; again < 10; again++) {
      assertEquals(ALL_ROWS, read(stream, enough, 5));
    }
  }

  private static boolean fits(byte[] stream, long limit) {
    try {
      read(stream, limit, 1);
      return true;
    } catch (DataException refused) {
      return false;
    }
  }

  @Test
  void whoWaitsGoesOnWhenOthersAreDone() throws InterruptedException {
    var budget = new MemoryBudget(10);
    var first = new Lease(budget);
    var second = new Lease(budget);
    first.claim(() -> 6);
    first.claim(Assertions::fail);
    Thread waiting = Thread.ofPlatform().start(() -> second.claim(() -> Long.MAX_VALUE));
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    first.close();
    waiting.join();
    second.reserve(10);
    second.close();
    assertEquals(0, budget.heldBytes());
  }

  @Test
  void whoWaitsCanBeInterrupted() throws InterruptedException {
    var budget = new MemoryBudget(10);
    var first = new Lease(budget);
    var second = new Lease(budget);
    first.claim(() -> 6);
    boolean[] interrupted = new boolean[1];
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  assertThrows(CancellationException.class, () -> second.claim(() -> 6));
                  interrupted[0] = Thread.currentThread().isInterrupted();
                });
    waiting.interrupt();
    waiting.join();
    assertTrue(interrupted[0]);
    second.close();
    first.close();
  }
}
