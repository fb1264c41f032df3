package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.profile.Types.INT64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ForwardingBatch;
import io.lanewise.column.MemoryTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every row is handed out once, and every batch is closed. */
class RowFeedTest {

  private static final int ROWS = 3 * RowFeed.SLICE + 100;

  private final MemoryTable table =
      MemoryTable.of("table", longs("x", INT64, rows(ROWS, i -> (long) i)));

  /** Which rows the workers were given. */
  private static final class Seen implements SliceWorker {
    final BitSet rows = new BitSet();
    int mostAtOnce;

    @Override
    public void accept(ColumnBatch batch, int from, int to) {
      int first = (int) batch.firstRow();
      assertTrue(rows.get(first + from, first + to).isEmpty(), "a row twice");
      rows.set(first + from, first + to);
      mostAtOnce = Math.max(mostAtOnce, to - from);
    }
  }

  private static BitSet range(int from, int to) {
    BitSet rows = new BitSet();
    rows.set(from, to);
    return rows;
  }

  @Test
  void rowsAreFedSkippedAndCounted() {
    MemoryTable cut = table.cutAt(0, 100, 250, 250, 1_000, ROWS);
    Seen seen = new Seen();
    List<Long> done = new ArrayList<>();
    try (RowFeed feed = new RowFeed(cut.open(), List.of(seen), done::add)) {
      assertTrue(feed.hasMore());
      assertEquals(170, feed.feed(170));
      assertEquals(range(0, 170), seen.rows);
      assertEquals(List.of(100L, 170L), done);
      assertEquals(80, feed.skip(80));
      assertTrue(feed.hasMore());
      assertEquals(10, feed.feed(10));
      assertEquals(300, feed.skip(300));
      assertEquals(0, feed.feed(0));
      assertEquals(0, feed.skip(0));
      assertEquals(ROWS - 560, feed.feed(Long.MAX_VALUE));
      BitSet expected = range(0, ROWS);
      expected.clear(170, 250);
      expected.clear(260, 560);
      assertEquals(expected, seen.rows);
      assertEquals(RowFeed.SLICE, seen.mostAtOnce);
      assertFalse(feed.hasMore());
      assertEquals(0, feed.feed(5));
      assertEquals(0, feed.skip(5));
      assertEquals(ROWS - 380, done.getLast());
    }
    assertEquals(0, cut.openBatches());
  }

  /** Rows are counted from where the batch was left, not from its beginning. */
  @Test
  void batchesThatAreBegunAreGoneOnWith() {
    MemoryTable cut = table.cutAt(100, 200, 300, 400, ROWS);
    Seen seen = new Seen();
    try (RowFeed feed = new RowFeed(cut.open(), List.of(seen), rows -> {})) {
      assertEquals(30, feed.feed(30));
      assertEquals(40, feed.feed(40));
      assertEquals(100, feed.feed(100));
      assertEquals(150, feed.skip(150));
      assertEquals(ROWS - 320, feed.feed(ROWS - 320));
      assertFalse(feed.hasMore(), "all of the last batch was asked for");
    }
    BitSet expected = range(0, ROWS);
    expected.clear(170, 320);
    assertEquals(expected, seen.rows);
  }

  @Test
  void closingEndsTheThreads() throws InterruptedException {
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    SliceWorker worker = (batch, from, to) -> threads.add(Thread.currentThread());
    try (RowFeed feed = new RowFeed(table.open(), List.of(worker, worker), rows -> {})) {
      feed.feed(Long.MAX_VALUE);
      assertTrue(threads.stream().allMatch(Thread::isAlive), "kept for the next rows");
    }
    assertFalse(threads.isEmpty());
    for (Thread thread : threads) {
      assertTrue(thread.join(Duration.ofSeconds(10)));
    }
  }

  @Test
  void skippingEndsAtTheEnd() {
    MemoryTable cut = table.cutAt(500, ROWS);
    try (RowFeed feed = new RowFeed(cut.open(), List.of(new Seen()), rows -> {})) {
      assertEquals(ROWS, feed.skip(Long.MAX_VALUE));
      assertFalse(feed.hasMore());
    }
    assertEquals(0, cut.openBatches());
  }

  /** A batch that is done is closed before the next one is fed, so that memory stays bounded. */
  @Test
  void doneBatchesAreClosedOnTheWay() {
    MemoryTable cut = table.cutAt(10, 20, 30, 40, ROWS);
    SliceWorker worker = (batch, from, to) -> assertEquals(1, cut.openBatches());
    try (RowFeed feed = new RowFeed(cut.open(), List.of(worker), rows -> {})) {
      assertEquals(40, feed.feed(40));
      assertEquals(1, cut.openBatches());
      assertTrue(feed.hasMore());
      assertEquals(1, cut.openBatches());
      assertEquals(1, feed.skip(1));
    }
    assertEquals(0, cut.openBatches());
    try (RowFeed feed = new RowFeed(cut.open(), List.of(worker), rows -> {})) {
      assertEquals(35, feed.skip(35));
      assertEquals(1, cut.openBatches());
    }
    assertEquals(0, cut.openBatches());
  }

  /** A batch that tells who waits for it, and takes a while. */
  private static final class Awaited extends ForwardingBatch {
    private final Queue<String> events;

    Awaited(ColumnBatch batch, Queue<String> events) {
      super(batch);
      this.events = events;
    }

    @Override
    public void await() {
      events.add("waits for " + firstRow());
      LockSupport.parkNanos(1_000_000);
      events.add("has " + firstRow());
    }
  }

  /** Else a later batch might take what an earlier one needs, and leave a dictionary behind. */
  @Test
  void batchesHaveTheirMemoryInTheOrderInWhichTheyAreRead() {
    int batches = 20;
    MemoryTable cut =
        MemoryTable.of("table", longs("x", INT64, rows(100 * batches, i -> (long) i)))
            .cutAt(IntStream.rangeClosed(1, batches).map(i -> 100 * i).toArray());
    Queue<String> events = new ConcurrentLinkedQueue<>();
    BatchReader rows = cut.open();
    BatchReader reader =
        new BatchReader() {
          @Override
          public @Nullable ColumnBatch next() {
            ColumnBatch batch = rows.next();
            return batch == null ? null : new Awaited(batch, events);
          }

          @Override
          public void close() {
            rows.close();
          }
        };
    SliceWorker worker = (batch, from, to) -> events.add("works on " + batch.firstRow());
    try (RowFeed feed = new RowFeed(reader, Collections.nCopies(3, worker), _ -> {})) {
      feed.feed(Long.MAX_VALUE);
    }
    List<String> all = List.copyOf(events);
    for (int i = 0; i < batches; i++) {
      int has = all.indexOf("has " + 100 * i);
      int nextWaits = all.indexOf("waits for " + 100 * (i + 1));
      assertTrue(has >= 0 && has < all.indexOf("works on " + 100 * i), all::toString);
      assertTrue(has < nextWaits || i == batches - 1, all::toString);
    }
  }

  @Test
  void severalWorkersShareTheRows() {
    MemoryTable cut = table.cutAt(0, 10_000, 10_000, 150_000, ROWS);
    List<Seen> workers = List.of(new Seen(), new Seen(), new Seen());
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    try (RowFeed feed = new RowFeed(cut.open(), workers, done::add)) {
      assertEquals(100_000, feed.feed(100_000));
      assertEquals(ROWS - 100_000, feed.feed(Long.MAX_VALUE));
    }
    BitSet all = new BitSet();
    workers.forEach(
        worker -> {
          assertFalse(all.intersects(worker.rows));
          all.or(worker.rows);
        });
    assertEquals(range(0, ROWS), all);
    assertEquals(done.stream().sorted().toList(), done);
    assertEquals(ROWS, done.getLast());
    assertEquals(0, cut.openBatches());
  }

  /** So few rows that a hand-off would cost more than it gives. */
  @Test
  void fewRowsStayOnTheThreadThatAsks() {
    Thread asking = Thread.currentThread();
    SliceWorker first = (batch, from, to) -> assertSame(asking, Thread.currentThread());
    SliceWorker second =
        (batch, from, to) -> {
          throw new AssertionError("a second thread");
        };
    try (RowFeed feed = new RowFeed(table.open(), List.of(first, second), rows -> {})) {
      assertEquals(RowFeed.SLICE, feed.feed(RowFeed.SLICE));
    }
  }

  @Test
  void theFailureOfAWorkerIsThatOfTheFeed() {
    for (Throwable failure :
        List.of(new IllegalArgumentException("bad row"), new AssertionError("broken"))) {
      for (int workers : new int[] {1, 2}) {
        MemoryTable cut = table.cutAt(10, 80_000, ROWS);
        SliceWorker failing =
            (batch, from, to) -> {
              if (failure instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) failure;
            };
        try (RowFeed feed =
            new RowFeed(cut.open(), Collections.nCopies(workers, failing), rows -> {})) {
          assertSame(failure, assertThrows(Throwable.class, () -> feed.feed(Long.MAX_VALUE)));
          assertEquals(0, feed.feed(10), "nothing is handed out after a failure");
        }
        assertEquals(0, cut.openBatches());
      }
    }
  }

  /** The workers are not done before the feed is, so that it has something to wait for. */
  @Test
  void anInterruptEndsTheFeedAndIsKept() {
    CountDownLatch over = new CountDownLatch(1);
    SliceWorker waiting =
        (batch, from, to) -> {
          try {
            assertTrue(over.await(10, TimeUnit.SECONDS));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    try (RowFeed feed = new RowFeed(table.open(), List.of(waiting, waiting), rows -> {})) {
      Thread.currentThread().interrupt();
      assertThrows(IllegalStateException.class, () -> feed.feed(Long.MAX_VALUE));
      assertTrue(Thread.interrupted());
      over.countDown();
      assertEquals(0, feed.feed(10), "nothing is handed out any more");
    }
    assertEquals(0, table.openBatches());
  }

  @Test
  void closingClosesTheReader() {
    List<String> closed = new ArrayList<>();
    BatchReader rows = table.open();
    BatchReader reader =
        new BatchReader() {
          @Override
          public ColumnBatch next() {
            return rows.next();
          }

          @Override
          public void close() {
            closed.add("closed");
          }
        };
    new RowFeed(reader, List.of(new Seen()), done -> {}).close();
    assertEquals(List.of("closed"), closed);
    assertThrows(IllegalArgumentException.class, () -> new RowFeed(reader, List.of(), done -> {}));
  }
}
