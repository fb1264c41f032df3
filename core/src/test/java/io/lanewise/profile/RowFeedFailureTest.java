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
import io.lanewise.column.DataException;
import io.lanewise.column.MemoryTable;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is told when several workers fail, or one while another waits for rows, and when. */
class RowFeedFailureTest {

  /** A slice for each of two workers. */
  private static final int ROWS = 2 * RowFeed.SLICE;

  private final MemoryTable table =
      MemoryTable.of("table", longs("x", INT64, rows(ROWS, i -> (long) i)));

  /** The rows of the table in one batch, and then what {@link #more} does. */
  private abstract class Rows implements BatchReader {
    final AtomicInteger reads = new AtomicInteger();
    private final BatchReader first = table.open();

    abstract void more();

    @Override
    public ColumnBatch next() {
      if (reads.incrementAndGet() > 1) {
        more();
      }
      return first.next();
    }

    @Override
    public void close() {}
  }

  /** Whether what waits is told not to, rather than that it waited long for nothing. */
  private static boolean isInterrupted() {
    try {
      return new CountDownLatch(1).await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fails(RuntimeException failure, BatchReader reader, SliceWorker... workers) {
    try (RowFeed feed = new RowFeed(reader, List.of(workers), rows -> {})) {
      assertSame(failure, assertThrows(Throwable.class, () -> feed.feed(Long.MAX_VALUE)));
      assertFalse(Thread.currentThread().isInterrupted());
      assertEquals(0, feed.feed(Long.MAX_VALUE), "nothing is handed out after a failure");
    }
    assertEquals(0, table.openBatches());
  }

  @Test
  void theFirstFailureIsToldWhicheverWorkerHasIt() {
    for (int failing = 0; failing < 2; failing++) {
      DataException first = new DataException("bad row");
      CountDownLatch both = new CountDownLatch(2);
      SliceWorker fails =
          (batch, from, to) -> {
            both.countDown();
            await(both);
            throw first;
          };
      SliceWorker follows =
          (batch, from, to) -> {
            both.countDown();
            assertTrue(isInterrupted());
            throw new IllegalStateException("told that the other failed");
          };
      fails(first, table.open(), failing == 0 ? fails : follows, failing == 0 ? follows : fails);
    }
  }

  /** Workers may share what one of them has broken, and the others may be the first to say so. */
  @Test
  void theCauseOfAFailureIsToldInItsPlace() {
    DataException cause = new DataException("bad row");
    CountDownLatch begun = new CountDownLatch(1);
    SliceWorker slow =
        (batch, from, to) -> {
          begun.countDown();
          assertTrue(isInterrupted());
          throw cause;
        };
    SliceWorker quick =
        (batch, from, to) -> {
          await(begun);
          throw new IllegalStateException("counts of a bad row", cause);
        };
    fails(cause, table.open(), slow, quick);
  }

  /** It is not told by anybody: no other worker has failed with it. */
  @Test
  void aCauseThatNoWorkerHasIsNotToldInPlaceOfTheFailure() {
    DataException failure = new DataException("cannot be read", new IllegalStateException("why"));
    SliceWorker failing =
        (batch, from, to) -> {
          throw failure;
        };
    fails(failure, table.open(), failing, (batch, from, to) -> assertTrue(isInterrupted()));
  }

  @Test
  void aWorkerThatFailsEndsTheWaitForTheNextRows() {
    DataException failure = new DataException("bad row");
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Rows rows =
        new Rows() {
          @Override
          void more() {
            reading.countDown();
            if (isInterrupted()) {
              interrupted.countDown();
            }
            throw new DataException("closed by interrupt");
          }
        };
    AtomicInteger slices = new AtomicInteger();
    SliceWorker second =
        (batch, from, to) -> {
          if (slices.incrementAndGet() == 2) {
            await(reading);
            throw failure;
          }
        };
    fails(failure, rows, second, second);
    assertEquals(0, interrupted.getCount());
    assertEquals(2, rows.reads.get());
  }

  /** The first to read fails when the other one waits to read on. */
  @Test
  void nobodyReadsOnBehindAFailure() {
    for (int round = 0; round < 100; round++) {
      DataException failure = new DataException("cut");
      Queue<Thread> threads = new ConcurrentLinkedQueue<>();
      CountDownLatch both = new CountDownLatch(2);
      Rows rows =
          new Rows() {
            @Override
            void more() {
              if (reads.get() > 2) {
                throw new DataException("read on behind a failure");
              }
              threads.remove(Thread.currentThread());
              while (threads.element().getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
              }
              throw failure;
            }
          };
      SliceWorker worker =
          (batch, from, to) -> {
            threads.add(Thread.currentThread());
            both.countDown();
            await(both);
          };
      fails(failure, rows, worker, worker);
      assertEquals(2, rows.reads.get());
    }
  }

  @Test
  void nothingIsPassedOverBehindAFailure() {
    Rows rows =
        new Rows() {
          @Override
          void more() {
            throw new DataException("cut");
          }
        };
    try (RowFeed feed = new RowFeed(rows, List.of((batch, from, to) -> {}), done -> {})) {
      assertThrows(DataException.class, () -> feed.feed(Long.MAX_VALUE));
      assertFalse(feed.hasMore());
      assertEquals(0, feed.skip(1));
    }
    assertEquals(2, rows.reads.get());
  }

  /** Rows that are done are told, and their memory is free, however long the next ones take. */
  @Test
  void whoIsDoneDoesNotWaitForTheNextRows() {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Rows rows =
        new Rows() {
          @Override
          void more() {
            reading.countDown();
            await(done);
            assertEquals(0, table.openBatches());
          }
        };
    AtomicInteger slices = new AtomicInteger();
    SliceWorker second =
        (batch, from, to) -> {
          if (slices.incrementAndGet() == 2) {
            await(reading);
          }
        };
    try (RowFeed feed =
        new RowFeed(
            rows,
            List.of(second, second),
            count -> {
              if (count == ROWS) {
                done.countDown();
              }
            })) {
      assertEquals(ROWS, feed.feed(Long.MAX_VALUE));
    }
  }
}
