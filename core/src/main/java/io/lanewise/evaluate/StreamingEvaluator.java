package io.lanewise.evaluate;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Reference;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Scores while the data arrives: batches of either side go in, a scorecard comes out at any moment.
 *
 * <p>The state is counts over a frozen reference, so it depends on the rows alone: not on how they
 * were cut into batches, in which order or by which thread they came, or over how many evaluators
 * they were spread before these were merged. A snapshot has the bits that {@link Scorer} gives for
 * tables of the same rows over the same reference.
 *
 * <p>Cost: a batch is counted once and not kept. A snapshot, a merge and the memory held depend on
 * the reference (and on how many distinct categories came, up to the cap), not on the rows seen.
 *
 * <p>Threads: any method may be called by any thread at any time. Batches are counted side by side
 * by as many threads as bring them, each with counts of its own, which is where the memory goes;
 * what looks at the counts waits for the batches that are being counted, and holds new ones back
 * while it adds up, not while it scores. A batch is in a snapshot as a whole or not at all, and
 * both sides are seen at one moment.
 *
 * <p>Errors: a batch with other columns than its side has is refused before anything is counted.
 * Where a batch turns out damaged while it is counted, a part of it is in the counts, so its side
 * says so from then on with an {@link IllegalStateException}; the generated side can be reset.
 */
public final class StreamingEvaluator {

  private final Scorer scorer;
  private final ColumnMatching matching;
  private final Profile start;
  private final CountedSide real;
  private final CountedSide generated;

  /** Of the real side as the last score saw it. */
  private volatile @Nullable RealPairs realPairs;

  /** Shared by who counts, exclusive for who adds up. */
  private final ReadWriteLock counting = new ReentrantReadWriteLock();

  private StreamingEvaluator(
      Scorer scorer, ColumnMatching matching, Profile start, Schema real, Schema generated) {
    this.scorer = scorer;
    this.matching = matching;
    this.start = start;
    this.real = side("real", real, ColumnMatch::realPosition);
    this.generated = side("generated", generated, ColumnMatch::generatedPosition);
  }

  private CountedSide side(String name, Schema schema, ToIntFunction<ColumnMatch> position) {
    int[] positions = matching.matches().stream().mapToInt(position).toArray();
    return new CountedSide(name, start.reference(), schema, positions, scorer.kernels());
  }

  /**
   * An evaluator that starts from real data, which is read to fit the reference and to count it.
   *
   * @param real the real data; may be closed afterwards
   * @param generated the columns of the generated batches
   * @param scorer which columns, and how they are scored
   * @throws SelectionException if the scorer's selection does not fit the columns
   * @throws DataException if the data cannot be read or has no rows, or no column can be compared
   */
  public static StreamingEvaluator fit(Table real, Schema generated, Scorer scorer) {
    ColumnMatching matching = ColumnMatching.of(real.schema(), generated, scorer.selection());
    return of(new ScoreInput.Data(real), generated, matching, scorer, rows -> {});
  }

  /**
   * An evaluator that starts from a real side as {@link Scorer} takes it.
   *
   * @param real data, which is read to fit a reference and to count it, or counts
   * @param generated the columns of the generated batches
   * @param matching the columns to compare
   * @param scorer how to score
   * @param rowsDone told now and then how many real rows are counted
   * @throws DataException if data cannot be read, there are no real rows, or nothing to compare
   */
  public static StreamingEvaluator of(
      ScoreInput real,
      Schema generated,
      ColumnMatching matching,
      Scorer scorer,
      LongConsumer rowsDone) {
    Profile start = scorer.countReal(matching, real, "the generated data", rowsDone);
    Schema columns =
        switch (real) {
          case ScoreInput.Data data -> data.table().schema();
          case ScoreInput.Once once -> once.schema();
          case ScoreInput.Counted counted ->
              ReferenceMatching.schema(counted.profile().reference());
        };
    return new StreamingEvaluator(scorer, matching, start, columns, generated);
  }

  /**
   * An evaluator that starts from a profile of the real data, for generated batches with the same
   * columns, with {@linkplain Scorer#ofDefaults() default} settings.
   */
  public static StreamingEvaluator of(Profile real) {
    return of(real, ReferenceMatching.schema(real.reference()), Scorer.ofDefaults());
  }

  /**
   * An evaluator that starts from a profile of the real data. Further real batches have the columns
   * of the reference.
   *
   * @param real counts of the real data
   * @param generated the columns of the generated batches: those of the reference, by name, with
   *     types that compare; others are listed as not scored
   * @param scorer how to score; columns, bins and pairs are those of the reference
   * @throws DataException if a column is missing or does not compare; the message names them all
   */
  public static StreamingEvaluator of(Profile real, Schema generated, Scorer scorer) {
    Schema columns = ReferenceMatching.schema(real.reference());
    ColumnMatching matching = ReferenceMatching.of(real.reference(), columns, generated);
    return new StreamingEvaluator(scorer, matching, real, columns, generated);
  }

  /**
   * An evaluator without any rows.
   *
   * @param reference the symbols
   * @param real the columns of the real batches
   * @param generated the columns of the generated batches; of both, those of the reference are
   *     taken, by name
   * @param scorer how to score; columns, bins and pairs are those of the reference
   * @throws DataException if a column is missing or does not compare; the message names them all
   */
  public static StreamingEvaluator of(
      Reference reference, Schema real, Schema generated, Scorer scorer) {
    ColumnMatching matching = ReferenceMatching.of(reference, real, generated);
    return new StreamingEvaluator(scorer, matching, Profile.empty(reference), real, generated);
  }

  /**
   * Counts a batch of real data; the caller closes it.
   *
   * @throws DataException if it has other columns than the real side, or cannot be read
   */
  public void acceptReal(ColumnBatch batch) {
    acceptReal(batch, 0, batch.rowCount());
  }

  /**
   * Counts some rows of a batch of real data, {@code [from, to)}.
   *
   * @throws DataException as for a whole batch
   * @throws IndexOutOfBoundsException if the batch has no such rows
   */
  public void acceptReal(ColumnBatch batch, int from, int to) {
    Objects.checkFromToIndex(from, to, batch.rowCount());
    accept(real, batch, from, to);
  }

  /**
   * Counts a batch of generated data; the caller closes it.
   *
   * @throws DataException if it has other columns than the generated side, or cannot be read
   */
  public void acceptGenerated(ColumnBatch batch) {
    acceptGenerated(batch, 0, batch.rowCount());
  }

  /**
   * Counts some rows of a batch of generated data, {@code [from, to)}.
   *
   * @throws DataException as for a whole batch
   * @throws IndexOutOfBoundsException if the batch has no such rows
   */
  public void acceptGenerated(ColumnBatch batch, int from, int to) {
    Objects.checkFromToIndex(from, to, batch.rowCount());
    accept(generated, batch, from, to);
  }

  private void accept(CountedSide side, ColumnBatch batch, int from, int to) {
    locked(
        counting.readLock(),
        () -> {
          side.accept(batch, from, to);
          return side;
        });
  }

  /**
   * The score of what was counted so far. Without generated rows, the real side alone is told.
   *
   * @throws IllegalStateException if there are no real rows yet
   */
  public Scorecard snapshot() {
    Counted counted = counted();
    return score(counted.real, counted.generated);
  }

  /**
   * The score of other counts of generated data against the real side: those of a window, for one.
   *
   * @param counts over the reference of this evaluator
   * @throws IllegalArgumentException if they are over another
   * @throws IllegalStateException if there are no real rows yet
   */
  public Scorecard score(Profile counts) {
    return score(real(), counts);
  }

  private Scorecard score(Profile ofReal, Profile ofGenerated) {
    if (ofReal.rows() == 0) {
      throw new IllegalStateException("0 real rows so far, a score needs at least 1");
    }
    RealPairs known = realPairs;
    if (known == null || !known.areOf(ofReal)) {
      known = new RealPairs(ofReal);
      realPairs = known;
    }
    return scorer.score(matching, ofReal, known, ofGenerated);
  }

  /** Which columns are compared. */
  public ColumnMatching matching() {
    return matching;
  }

  /**
   * Adds counts of generated data, as if the rows had come here.
   *
   * @throws IllegalArgumentException if they are over another reference
   * @throws ArithmeticException if a count passes 2<sup>63</sup> - 1; nothing is added then
   */
  public void addGenerated(Profile counts) {
    locked(
        counting.writeLock(),
        () -> {
          generated.replace(generated.profile().plus(counts));
          return generated;
        });
  }

  /** The counts of the real side, those that the evaluator started from included. */
  public Profile real() {
    return counted().real;
  }

  /** The counts of the generated side. */
  public Profile generated() {
    return counted().generated;
  }

  private Counted counted() {
    return locked(
        counting.writeLock(), () -> new Counted(start.plus(real.profile()), generated.profile()));
  }

  /**
   * Takes over what another evaluator has accepted, as if its batches had come here. The profile
   * that both started from is not counted twice.
   *
   * @param other stays as it is
   * @throws IllegalArgumentException if it has another reference, or started from other real data;
   *     the message names the first column that differs. Nothing is merged then
   * @throws ArithmeticException if a count passes 2<sup>63</sup> - 1; nothing is merged then
   */
  public void merge(StreamingEvaluator other) {
    start.requireSameReference(other.start);
    if (!start.equals(other.start)) {
      throw new IllegalArgumentException(
          "started from other real data, of %d rows and of %d rows"
              .formatted(start.rows(), other.start.rows()));
    }
    Counted taken = other.accepted();
    locked(
        counting.writeLock(),
        () -> {
          Counted own = new Counted(real.profile(), generated.profile());
          Profile sumOfReal = own.real.plus(taken.real);
          Profile sumOfGenerated = own.generated.plus(taken.generated);
          real.replace(sumOfReal);
          generated.replace(sumOfGenerated);
          return own;
        });
  }

  private Counted accepted() {
    return locked(counting.writeLock(), () -> new Counted(real.profile(), generated.profile()));
  }

  /** Forgets the generated side, a batch of it that failed included. */
  public void resetGenerated() {
    locked(
        counting.writeLock(),
        () -> {
          generated.reset();
          return generated;
        });
  }

  private static <T> T locked(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private record Counted(Profile real, Profile generated) {}
}
