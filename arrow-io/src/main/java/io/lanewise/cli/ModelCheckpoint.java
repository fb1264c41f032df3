package io.lanewise.cli;

import io.lanewise.gan.TableTrainer;
import java.util.function.LongSupplier;

/** Keeps the model of a training in its file. */
final class ModelCheckpoint {

  /** At most so much of a training is lost. */
  private static final long BETWEEN_NANOS = 60_000_000_000L;

  private final OutputFile file;
  private final byte[] schema;
  private final LongSupplier clock;
  private long last;

  /**
   * A checkpoint that has written nothing.
   *
   * @param schema bytes that go into the model
   * @param clock nanoseconds since whenever
   */
  ModelCheckpoint(OutputFile file, byte[] schema, LongSupplier clock) {
    this.file = file;
    this.schema = schema;
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  /** Writes the model as it is now. */
  void write(TableTrainer trainer) {
    file.write(trainer.model(schema).write().toBytes());
    last = clock.getAsLong();
  }

  /** Whether the file has not been written for a while. */
  boolean isDue() {
    return clock.getAsLong() - last >= BETWEEN_NANOS;
  }
}
