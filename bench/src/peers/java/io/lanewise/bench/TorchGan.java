package io.lanewise.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A GAN that PyTorch trains by a {@link GanScript}. One thread calls; PyTorch may use more. */
final class TorchGan implements AutoCloseable {

  static final int BATCH = 128;
  static final int LATENT = 16;
  static final int WIDTH = 8;
  static final int[] GENERATOR = {LATENT, 128, 128, WIDTH};
  static final int[] DISCRIMINATOR = {WIDTH, 128, 128, 1};

  private final GanScript.Gradients gradients;
  private final PtNDManager manager;
  private final PtSymbolBlock block;
  private final PtSymbolBlock idle;
  private final PtNDArray[] generator;
  private final PtNDArray[] discriminator;

  /** Parameters layer by layer: weights inputs x units, row by row, then biases. */
  TorchGan(
      GanScript.Gradients gradients,
      boolean draws,
      float[] generator,
      float[] discriminator,
      int threads) {
    this.gradients = gradients;
    // Telemetry and downloads: neither is wanted in a benchmark.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Engine engine = Engine.getEngine("PyTorch");
    JniUtils.setNumThreads(threads);
    // With its graph optimizer a step by automatic differentiation took longer.
    JniUtils.setGraphExecutorOptimize(false);
    this.manager = (PtNDManager) engine.newBaseManager();
    this.generator = layers(generator, GENERATOR);
    this.discriminator = layers(discriminator, DISCRIMINATOR);
    this.block = load(GanScript.code(gradients, draws));
    this.idle = load(GanScript.idle());
    float[] oneThenZero = new float[2 * BATCH];
    Arrays.fill(oneThenZero, 0, BATCH, 1);
    PtNDArray labels = array(oneThenZero, 2 * BATCH, 1);
    PtNDArray ones = (PtNDArray) manager.ones(new Shape(BATCH, 1));
    IValue[] state = {
      IValue.listFrom(this.generator),
      IValue.listFrom(zeros(this.generator)),
      IValue.listFrom(zeros(this.generator)),
      IValue.listFrom(counts(this.generator.length)),
      IValue.listFrom(this.discriminator),
      IValue.listFrom(zeros(this.discriminator)),
      IValue.listFrom(zeros(this.discriminator)),
      IValue.listFrom(counts(this.discriminator.length)),
      IValue.listFrom(labels, ones)
    };
    IValueUtils.runMethod(block, "init", state).close();
  }

  private PtSymbolBlock load(String code) {
    try {
      byte[] archive = TorchArchive.of(GanScript.TYPE, GanScript.LISTS, code);
      return JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PtNDArray[] layers(float[] parameters, int[] sizes) {
    PtNDArray[] layers = new PtNDArray[2 * (sizes.length - 1)];
    int from = 0;
    for (int i = 0; i < sizes.length - 1; i++) {
      int weights = sizes[i] * sizes[i + 1];
      float[] w = Arrays.copyOfRange(parameters, from, from + weights);
      layers[2 * i] = array(w, sizes[i], sizes[i + 1]);
      from += weights;
      float[] b = Arrays.copyOfRange(parameters, from, from + sizes[i + 1]);
      layers[2 * i + 1] = array(b, sizes[i + 1]);
      from += sizes[i + 1];
    }
    for (PtNDArray layer : layers) {
      layer.setRequiresGradient(gradients == GanScript.Gradients.AUTOMATIC);
    }
    return layers;
  }

  /** An array of PyTorch's. */
  PtNDArray array(float[] values, long... shape) {
    return (PtNDArray) manager.create(values, new Shape(shape));
  }

  /** Zeros in the shapes of others. */
  PtNDArray[] zeros(PtNDArray[] like) {
    return Arrays.stream(like)
        .map(array -> (PtNDArray) manager.zeros(array.getShape()))
        .toArray(PtNDArray[]::new);
  }

  private PtNDArray[] counts(int count) {
    PtNDArray[] counts = new PtNDArray[count];
    Arrays.setAll(counts, i -> (PtNDArray) manager.create(0f));
    return counts;
  }

  /** Learns from rows; returns the losses of the discriminator and of the generator, in nats. */
  float[] step(NDArray rows, NDArray numbers) {
    try (NDManager scope = manager.newSubManager()) {
      NDList losses = run(rows, numbers);
      losses.attach(scope);
      return new float[] {losses.get(0).getFloat(), losses.get(1).getFloat()};
    }
  }

  /** The same without looking at the losses, which are left to the caller to close. */
  NDList run(NDArray rows, NDArray numbers) {
    boolean trains = gradients == GanScript.Gradients.AUTOMATIC;
    return IValueUtils.forward(block, new NDList(rows, numbers), trains);
  }

  /** Hands over what a step gets and gives, and computes nothing. */
  NDList call(NDArray rows, NDArray numbers) {
    boolean trains = gradients == GanScript.Gradients.AUTOMATIC;
    return IValueUtils.forward(idle, new NDList(rows, numbers), trains);
  }

  /** A copy of the generator's parameters, in the order of the constructor's. */
  float[] generator() {
    return flat(generator);
  }

  /** A copy of the discriminator's parameters. */
  float[] discriminator() {
    return flat(discriminator);
  }

  /** The elements of all, one after the other. */
  static float[] flat(PtNDArray[] layers) {
    int size = (int) Arrays.stream(layers).mapToLong(PtNDArray::size).sum();
    float[] flat = new float[size];
    int from = 0;
    for (PtNDArray layer : layers) {
      float[] values = layer.toFloatArray();
      System.arraycopy(values, 0, flat, from, values.length);
      from += values.length;
    }
    return flat;
  }

  @Override
  public void close() {
    block.close();
    idle.close();
    manager.close();
  }
}
