package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import io.lanewise.profile.RowFeed;
import io.lanewise.profile.SliceWorker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.arrow.flatbuf.CompressionType;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one thread can read within a limit, several can. */
class SharedLimitTest {

  private static final int ROWS = 70_000;
  private static final int BATCHES = 12;
  private static final byte[] NONE = new byte[0];

  /** Bytes of the values of a batch, and of the indices and the word of its dictionary. */
  private static final long OF_BATCH = 8L * ROWS + ROWS + 2 * Integer.BYTES + 1;

  /** Batches of integers and words, each with a dictionary that replaces the one before. */
  private static byte[] stream() throws IOException {
    var stream =
        IpcBytes.stream()
            .schema(FieldSpec.integer("n", 64, true), FieldSpec.utf8("w").dictionary(7, 8, true));
    for (int i = 0; i < BATCHES; i++) {
      byte[] word = {(byte) ('a' + i)};
      stream.dictionary(
          7,
          false,
          BatchSpec.rows(1)
              .compressed(CompressionType.LZ4_FRAME)
              .column(NONE, frame(IpcBytes.le(0, 1)), frame(word)));
      long[] values = new long[ROWS];
      Arrays.setAll(values, row -> row % 7);
      stream.batch(
          BatchSpec.rows(ROWS)
              .compressed(CompressionType.LZ4_FRAME)
              .column(NONE, frame(IpcBytes.le(values)))
              .column(NONE, frame(new byte[ROWS])));
    }
    return stream.end().bytes();
  }

  private static byte[] frame(byte[] content) throws IOException {
    return Frames.prefixed(content.length, Frames.lz4(content));
  }

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
    byte[] stream = stream();
    for (int again = 0; again < 10; again++) {
      for (long limit : List.of(OF_BATCH, 2 * OF_BATCH - 1, 3 * OF_BATCH)) {
        assertEquals((long) BATCHES * ROWS, read(stream, limit, threads));
      }
      var e = assertThrows(DataException.class, () -> read(stream, OF_BATCH - 1, threads));
      assertTrue(e.getMessage().contains("of the memory limit of"), e.getMessage());
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
