package io.lanewise.evaluate;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Schema;
import io.lanewise.kernel.Kernels;
import io.lanewise.profile.Profile;
import io.lanewise.profile.ProfileBuilder;
import io.lanewise.profile.Reference;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one side. {@link #accept} may be called by several threads at once, each of which
 * counts with a builder of its own; everything else needs them to be kept out.
 */
final class CountedSide {

  private final String name;
  private final Reference reference;
  private final Schema schema;
  private final int[] positions;
  private final Kernels kernels;
  private final Deque<ProfileBuilder> idle = new ConcurrentLinkedDeque<>();

  /** What was counted elsewhere. */
  private Profile added;

  private volatile @Nullable Throwable failure;

  /**
   * A side without rows.
   *
   * @param name what it is called in messages
   * @param schema of its batches
   * @param positions for each reference column, its position in the schema
   */
  CountedSide(String name, Reference reference, Schema schema, int[] positions, Kernels kernels) {
    this.name = name;
    this.reference = reference;
    this.schema = schema;
    this.positions = positions;
    this.kernels = kernels;
    this.added = Profile.empty(reference);
  }

  private ProfileBuilder builder() {
    return new ProfileBuilder(reference, schema, positions, kernels);
  }

  void accept(ColumnBatch batch, int from, int to) {
    batch
        .schema()
        .difference(schema)
        .ifPresent(
            difference -> {
              throw new DataException(name + " batch: " + difference);
            });
    requireWhole();
    ProfileBuilder waiting = idle.poll();
    ProfileBuilder builder = waiting == null ? builder() : waiting;
    try {
      builder.accept(batch, from, to);
    } catch (RuntimeException | Error e) {
      failure = e;
      throw e;
    }
    idle.push(builder);
  }

  private void requireWhole() {
    Throwable cause = failure;
    if (cause != null) {
      throw new IllegalStateException(
          "part of a %s batch that failed is counted: %s".formatted(name, cause.getMessage()),
          cause);
    }
  }

  /** What was accepted and added. */
  Profile profile() {
    requireWhole();
    Profile sum = added;
    for (ProfileBuilder builder : idle) {
      sum = sum.plus(builder.profile());
    }
    return sum;
  }

  /** Takes what {@link #profile} gave, plus something, for what was added elsewhere. */
  void replace(Profile profile) {
    idle.clear();
    added = profile;
  }

  void reset() {
    replace(Profile.empty(reference));
    failure = null;
  }
}
