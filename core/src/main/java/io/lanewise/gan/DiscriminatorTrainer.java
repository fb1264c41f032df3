package io.lanewise.gan;

import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Kernels;
import org.apache.commons.rng.RestorableUniformRandomProvider;

/**
 * Trains a discriminator on real and generated rows that are there already.
 *
 * <p>A step is as that of {@link GanTrainer}, with generated rows in the place of a generator: its
 * bits depend on settings, rows and seed, not on threads or kernels, and it allocates as little.
 * One thread at a time.
 */
final class DiscriminatorTrainer implements AutoCloseable {

  private final Network discriminator;
  private final float[] values;
  private final RowParts.Rows rows;
  private final int batch;
  private final RowOrder realOrder;
  private final RowOrder generatedOrder;
  private final Lesson[] lessons;
  private final RestorableUniformRandomProvider[] randoms;
  private final float[][] gradients;
  private final Learner learner;
  private final Crew crew;
  private long steps;

  private final Crew.Work learn = this::learn;
  private final Crew.Work improve = this::improve;

  /**
   * Prepares a training; everything that its steps need is allocated here.
   *
   * @param discriminator that learns, of single rows
   * @param values all rows as floats, one after the other; not copied
   * @param rows those to learn from, at least one of each side
   * @param batch rows of each side in a step, at most those that there are
   * @param random of all random numbers
   */
  DiscriminatorTrainer(
      Network discriminator,
      Optimizer optimizer,
      float[] values,
      RowParts.Rows rows,
      int batch,
      RandomNumbers random,
      int threads,
      Kernels kernels) {
    this.discriminator = discriminator;
    this.values = values;
    this.rows = rows;
    this.batch = batch;
    this.realOrder = new RowOrder(rows.perSide(), random.next());
    this.generatedOrder = new RowOrder(rows.perSide(), random.next());
    this.lessons = new Lesson[Math.ceilDiv(batch, GanTrainer.MICRO_BATCH)];
    this.randoms = new RestorableUniformRandomProvider[lessons.length];
    this.gradients = new float[lessons.length][];
    for (int i = 0; i < lessons.length; i++) {
      lessons[i] = new Lesson(discriminator, size(i), 0, 1.0 / batch, kernels);
      randoms[i] = random.next();
      gradients[i] = lessons[i].gradients();
    }
    this.learner = new Learner(discriminator, optimizer, kernels.adamStep());
    this.crew = new Crew(Math.min(threads, lessons.length));
  }

  /** Rows of each side in a micro-batch. */
  private int size(int lesson) {
    return Math.min(GanTrainer.MICRO_BATCH, batch - lesson * GanTrainer.MICRO_BATCH);
  }

  /** Learns from the next batch. */
  void step() {
    realOrder.advance(batch);
    generatedOrder.advance(batch);
    steps++;
    crew.run(learn);
    learner.begin(steps, 1);
    crew.run(improve);
  }

  /** Steps so far. */
  long steps() {
    return steps;
  }

  private void learn(int part) {
    for (int i = part; i < lessons.length; i += crew.threads()) {
      int from = i * GanTrainer.MICRO_BATCH;
      int size = size(i);
      int width = discriminator.inputs();
      float[] in = lessons[i].rows();
      for (int row = 0; row < size; row++) {
        int real = rows.real()[realOrder.row(from + row)];
        int generated = rows.generated()[generatedOrder.row(from + row)];
        System.arraycopy(values, real * width, in, row * width, width);
        System.arraycopy(values, generated * width, in, (size + row) * width, width);
      }
      lessons[i].learn(randoms[i]);
    }
  }

  private void improve(int part) {
    int size = discriminator.parameters().length;
    learner.step(gradients, crew.begin(part, size), crew.begin(part + 1, size));
  }

  /** Ends the helping threads. */
  @Override
  public void close() {
    crew.close();
  }
}
