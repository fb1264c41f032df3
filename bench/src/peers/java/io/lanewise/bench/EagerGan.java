package io.lanewise.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.Arrays;

/**
 * The GAN of {@link TorchGan} as people write it: arrays, {@code backward}, a step of Adam.
 *
 * <p>One thread calls; PyTorch may use more.
 */
final class EagerGan implements AutoCloseable {

  private static final float SLOPE = 0.2f;
  private static final float RATE = 2e-4f;
  private static final float BETA1 = 0.5f;
  private static final float BETA2 = 0.999f;
  private static final double EPSILON = 1e-8;

  private final boolean draws;
  private final TorchGan start;
  private final Learner generator;
  private final Learner discriminator;
  private final NDArray labels;
  private final NDArray ones;
  private int steps;

  /** The networks of another one that has not stepped yet, which closes with this. */
  EagerGan(TorchGan start, boolean draws) {
    this.start = start;
    this.draws = draws;
    this.generator = new Learner(start.generator(), TorchGan.GENERATOR);
    this.discriminator = new Learner(start.discriminator(), TorchGan.DISCRIMINATOR);
    float[] oneThenZero = new float[2 * TorchGan.BATCH];
    Arrays.fill(oneThenZero, 0, TorchGan.BATCH, 1);
    this.labels = start.array(oneThenZero, 2 * TorchGan.BATCH, 1);
    this.ones = start.array(Arrays.copyOf(oneThenZero, TorchGan.BATCH), TorchGan.BATCH, 1);
  }

  /** Learns from rows; returns the losses of the discriminator and of the generator, in nats. */
  float[] step(NDArray rows, NDArray numbers) {
    try (NDManager scope = ones.getManager().newSubManager()) {
      NDList losses = learn(scope, rows, numbers);
      return new float[] {losses.get(0).getFloat(), losses.get(1).getFloat()};
    }
  }

  /** The same without looking at the losses. */
  void run(NDArray rows, NDArray numbers) {
    try (NDManager scope = ones.getManager().newSubManager()) {
      learn(scope, rows, numbers);
    }
  }

  private NDList learn(NDManager scope, NDArray rows, NDArray numbers) {
    steps++;
    // What an operation makes belongs to the manager of its first operand: all of it to the scope.
    NDManager home = rows.getManager();
    rows.attach(scope);
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray real = draws ? rows.get(anyRows(scope, rows.getShape().get(0))) : rows;
      NDArray z = draws ? scope.randomNormal(new Shape(TorchGan.BATCH, TorchGan.LATENT)) : numbers;
      NDArray fake = generate(z);
      NDArray ofDiscriminator = loss(judge(real.concat(fake.stopGradient())), labels);
      collector.backward(ofDiscriminator);
      discriminator.step(steps);
      discriminator.setLearns(false);
      NDArray ofGenerator = loss(judge(fake), ones);
      collector.backward(ofGenerator);
      generator.step(steps);
      discriminator.setLearns(true);
      return new NDList(ofDiscriminator, ofGenerator);
    } finally {
      rows.attach(home);
    }
  }

  private static NDArray anyRows(NDManager scope, long count) {
    return scope.randomInteger(0, count, new Shape(TorchGan.BATCH), DataType.INT64);
  }

  private NDArray generate(NDArray z) {
    NDArray first = Activation.relu(generator.layer(z, 0));
    return generator.layer(Activation.relu(generator.layer(first, 1)), 2).tanh();
  }

  private NDArray judge(NDArray x) {
    NDArray first = Activation.leakyRelu(discriminator.layer(x, 0), SLOPE);
    NDArray second = Activation.leakyRelu(discriminator.layer(first, 1), SLOPE);
    return discriminator.layer(second, 2);
  }

  /** Binary cross-entropy from logits: softplus(l) - l y, a sum over rows by the batch. */
  private static NDArray loss(NDArray logits, NDArray wanted) {
    return Activation.softPlus(logits).sub(logits.mul(wanted)).sum().div(TorchGan.BATCH);
  }

  /** A copy of the generator's parameters, in the order of {@link TorchGan}. */
  float[] generator() {
    return generator.parameters();
  }

  /** A copy of the discriminator's parameters. */
  float[] discriminator() {
    return discriminator.parameters();
  }

  @Override
  public void close() {
    start.close();
  }

  /** A network and its optimizer. Weights are units x inputs here, as linear layers want them. */
  private final class Learner {
    private final int[] sizes;
    private final PtNDArray[] arrays;
    private final PtNDArray[] means;
    private final PtNDArray[] squares;

    Learner(float[] parameters, int[] sizes) {
      this.sizes = sizes;
      this.arrays = new PtNDArray[2 * (sizes.length - 1)];
      int from = 0;
      for (int i = 0; i < sizes.length - 1; i++) {
        int weights = sizes[i] * sizes[i + 1];
        float[] w = Arrays.copyOfRange(parameters, from, from + weights);
        arrays[2 * i] =
            start.array(transposed(w, sizes[i], sizes[i + 1]), sizes[i + 1], sizes[i]);
        from += weights;
        float[] b = Arrays.copyOfRange(parameters, from, from + sizes[i + 1]);
        arrays[2 * i + 1] = start.array(b, sizes[i + 1]);
        from += sizes[i + 1];
      }
      this.means = start.zeros(arrays);
      this.squares = start.zeros(arrays);
      setLearns(true);
    }

    void setLearns(boolean learns) {
      for (PtNDArray array : arrays) {
        array.setRequiresGradient(learns);
      }
    }

    NDArray layer(NDArray x, int i) {
      return Linear.linear(x, arrays[2 * i], arrays[2 * i + 1]).singletonOrThrow();
    }

    /**
     * What DJL's Adam does, with the epsilon of PyTorch's: DJL adds it to a root that is not yet
     * corrected, which after one step makes it 32 times as large.
     */
    void step(int t) {
      double root = Math.sqrt(1 - Math.pow(BETA2, t));
      float rate = (float) (RATE * root / (1 - Math.pow(BETA1, t)));
      float epsilon = (float) (EPSILON * root);
      for (int i = 0; i < arrays.length; i++) {
        try (PtNDArray gradient = arrays[i].getGradient()) {
          JniUtils.adamUpdate(
              arrays[i], gradient, means[i], squares[i], RATE, rate, 0, 1, -1, BETA1, BETA2,
              epsilon, false);
          JniUtils.zeroGrad(arrays[i]);
        }
      }
    }

    float[] parameters() {
      float[] parameters = TorchGan.flat(arrays);
      int from = 0;
      for (int i = 0; i < sizes.length - 1; i++) {
        int weights = sizes[i] * sizes[i + 1];
        float[] w = Arrays.copyOfRange(parameters, from, from + weights);
        System.arraycopy(transposed(w, sizes[i + 1], sizes[i]), 0, parameters, from, weights);
        from += weights + sizes[i + 1];
      }
      return parameters;
    }

    private static float[] transposed(float[] matrix, int rows, int columns) {
      float[] transposed = new float[matrix.length];
      for (int i = 0; i < matrix.length; i++) {
        transposed[i % columns * rows + i / columns] = matrix[i];
      }
      return transposed;
    }
  }
}
