package io.lanewise.kernel;

import java.util.Random;

/** Products to test with: matrices lie anywhere in their arrays, with gaps between their rows. */
final class ProductSample {

  private static final float[] SPECIAL = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    1f,
    -1f
  };

  private final Random random;

  /** How many of 1,000 elements are special, and how far apart exponents are. */
  private final int specialPerMille;

  private final int spread;

  ProductSample(long seed, int specialPerMille, int spread) {
    this.random = new Random(seed);
    this.specialPerMille = specialPerMille;
    this.spread = spread;
  }

  /** Ordinary numbers. */
  static ProductSample ordinary(long seed) {
    return new ProductSample(seed, 0, 1);
  }

  /** Numbers of every size, and what is none. */
  static ProductSample extreme(long seed) {
    return new ProductSample(seed, 30, 140);
  }

  /** Products around the smallest numbers, which may round to -0.0. */
  static ProductSample tiny(long seed) {
    return new ProductSample(seed, 100, -75);
  }

  int size(int bound) {
    return random.nextInt(bound);
  }

  Product product(Form form, Update update, int m, int n, int k) {
    Matrix a = form == Form.TN ? matrix(k, m) : matrix(m, k);
    Matrix b = form == Form.NT ? matrix(n, k) : matrix(k, n);
    return new Product(form, a, b, update, matrix(m, n), epilogue(n));
  }

  private Epilogue epilogue(int n) {
    int from = random.nextInt(4);
    return switch (random.nextInt(8)) {
      case 0 -> new Epilogue(values(from + n + 2), from, Activation.RELU);
      case 1 -> new Epilogue(values(from + n), from, Activation.leakyRelu(0.2f));
      case 2 -> new Epilogue(values(from + n + 1), from, Activation.TANH);
      case 3 -> Epilogue.bias(values(n), Activation.IDENTITY);
      case 4 -> Epilogue.activation(Activation.SIGMOID);
      default -> Epilogue.NONE;
    };
  }

  Matrix matrix(int rows, int columns) {
    int stride = columns + random.nextInt(3) * random.nextInt(9);
    int from = random.nextInt(20);
    int span = rows == 0 || columns == 0 ? 0 : (rows - 1) * stride + columns;
    return new Matrix(values(from + span + random.nextInt(3)), from, rows, columns, stride);
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = value();
    }
    return values;
  }

  private float value() {
    if (random.nextInt(1000) < specialPerMille) {
      return SPECIAL[random.nextInt(SPECIAL.length)];
    }
    float value = 2 * random.nextFloat() - 1;
    return spread < 0
        ? Math.scalb(value, spread + random.nextInt(8))
        : Math.scalb(value, random.nextInt(spread) - spread / 2);
  }
}
