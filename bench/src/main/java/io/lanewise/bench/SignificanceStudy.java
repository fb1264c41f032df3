package io.lanewise.bench;

import io.lanewise.measure.Divergence;
import io.lanewise.measure.Entropy;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.measure.Interval;
import io.lanewise.measure.Significance;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How often p-values, noise floors and intervals keep what they promise: prints a table for each,
 * in Markdown. {@code [TRIALS [SEED]]}, 20,000 trials if not told.
 */
public final class SignificanceStudy {
  private static final double LEVEL = 0.05;

  /** Symbols, real rows, generated rows. */
  private static final int[][] SETTINGS = {
    {256, 215, 215}, {256, 1952, 39_040}, {64, 200, 200}, {20, 1000, 10}, {50, 500, 500}
  };

  private final int trials;
  private final long seed;

  private SignificanceStudy(int trials, long seed) {
    this.trials = trials;
    this.seed = seed;
  }

  /** Prints the study. */
  public static void main(String[] arguments) {
    int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20261121;
    print(
        "- command: `java -cp 'bench/target/lanewise-bench.jar:bench/target/lib/*'"
            + " io.lanewise.bench.SignificanceStudy %d %d`",
        trials, seed);
    print("- trials: %d, seed: %d", trials, seed);
    print("- Java: %s", Runtime.version());
    SignificanceStudy study = new SignificanceStudy(trials, seed);
    study.sizeAndPower();
    study.fittedEdges();
    study.coverage();
    study.informationChange();
    study.estimators();
  }

  private void sizeAndPower() {
    print("%n## Size and power at 5 %%, noise floor against the mean JS of equal pairs%n");
    print("Power: every other symbol twice as likely, the rest half as likely.%n");
    print("| shares | K | n | m | size, %% | power, %% | G test, %% | floor / mean JS |");
    print("|---|---:|---:|---:|---:|---:|---:|---:|");
    for (int[] setting : SETTINGS) {
      for (Shape shape : Shape.values()) {
        double[] weights = shape.weights(setting[0]);
        double[] tilted = weights.clone();
        for (int i = 0; i < tilted.length; i++) {
          tilted[i] *= i % 2 == 0 ? 2 : 0.5;
        }
        sizeAndPower(shape, setting, new Source(weights), new Source(tilted));
      }
    }
  }

  private void sizeAndPower(Shape shape, int[] setting, Source equal, Source other) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 0;
    int power = 0;
    int gSize = 0;
    double js = 0;
    double floor = 0;
    for (int trial = 0; trial < trials; trial++) {
      long[] p = equal.counts(setting[1], random);
      long[] q = equal.counts(setting[2], random);
      size += Significance.pValue(p, q) < LEVEL ? 1 : 0;
      gSize += gTest(p, q) < LEVEL ? 1 : 0;
      js += Divergence.jsDivergence(p, q);
      floor += Significance.jsNoiseFloor(p, q);
      long[] far = other.counts(setting[2], random);
      power += Significance.pValue(p, far) < LEVEL ? 1 : 0;
    }
    print(
        "| %s | %d | %d | %d | %.2f | %.1f | %.1f | %.3f |",
        shape.label(),
        setting[0],
        setting[1],
        setting[2],
        percent(size),
        percent(power),
        percent(gSize),
        floor / js);
  }

  private static double gTest(long[] p, long[] q) {
    int degrees = -1;
    for (int i = 0; i < p.length; i++) {
      degrees += p[i] + q[i] > 0 ? 1 : 0;
    }
    return ChiSquaredDistribution.of(degrees).survivalProbability(Significance.g(p, q));
  }

  private void fittedEdges() {
    print(
        "%n## Size at 5 %% with edges at the quantiles of the real sample (a quarter of the trials)%n");
    print("| K | n | m | rows a bin | size, %% |");
    print("|---:|---:|---:|---:|---:|");
    int[][] settings = {
      {17, 215, 215},
      {17, 215, 2150},
      {41, 1952, 1952},
      {41, 1952, 39_040},
      {31, 1000, 10},
      {64, 9758, 39_040},
      {64, 200, 200},
      {256, 1952, 39_040}
    };
    for (int[] setting : settings) {
      SplittableRandom random = new SplittableRandom(seed);
      int size = 0;
      for (int trial = 0; trial < trials / 4; trial++) {
        size += fittedPValue(setting, random) < LEVEL ? 1 : 0;
      }
      print(
          "| %d | %d | %d | %.1f | %.2f |",
          setting[0], setting[1], setting[2], (double) setting[1] / setting[0], 4 * percent(size));
    }
  }

  private static double fittedPValue(int[] setting, SplittableRandom random) {
    double[] real = random.doubles(setting[1]).sorted().toArray();
    double[] edges = new double[setting[0] - 1];
    Arrays.setAll(edges, i -> real[(int) ((i + 1L) * setting[1] / setting[0])]);
    long[] p = new long[setting[0]];
    long[] q = new long[setting[0]];
    for (double value : real) {
      p[bin(edges, value)]++;
    }
    for (int i = 0; i < setting[2]; i++) {
      q[bin(edges, random.nextDouble())]++;
    }
    return Significance.pValue(p, q);
  }

  private static int bin(double[] edges, double value) {
    int found = Arrays.binarySearch(edges, value);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private void coverage() {
    print("%n## Coverage of 95 %% intervals: Zipf shares against a mixture with their reversal%n");
    print("A floor is (K-1)(1/n+1/m)/8. Above, below: where the interval lies when it misses.%n");
    print("| K | n | m | JS in floors | JS, nats | covers, %% | above, %% | below, %% | width |");
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    int[][] settings = {
      {50, 500, 500},
      {50, 10_000, 300},
      {50, 300, 10_000},
      {5, 100, 100},
      {64, 200, 200},
      {256, 1952, 39_040}
    };
    for (int[] setting : settings) {
      for (double floors : new double[] {0, 0.1, 1, 3, 10}) {
        double[] real = Shape.ZIPF.weights(setting[0]);
        double target = floors * (setting[0] - 1) * (1.0 / setting[1] + 1.0 / setting[2]) / 8;
        double[] generated = mixedUntil(real, target);
        if (Divergence.jsDivergence(real, generated) >= 0.99 * target) {
          coverage(setting, floors, real, generated);
        }
      }
    }
  }

  private void coverage(int[] setting, double floors, double[] real, double[] generated) {
    double truth = floors == 0 ? 0 : Divergence.jsDivergence(real, generated);
    Source p = new Source(real);
    Source q = new Source(floors == 0 ? real : generated);
    SplittableRandom random = new SplittableRandom(seed);
    int above = 0;
    int below = 0;
    double width = 0;
    for (int trial = 0; trial < trials; trial++) {
      Interval interval =
          Significance.jsInterval(p.counts(setting[1], random), q.counts(setting[2], random), 0.95);
      above += interval.lower() > truth ? 1 : 0;
      below += interval.upper() < truth ? 1 : 0;
      width += interval.upper() - interval.lower();
    }
    print(
        "| %d | %d | %d | %.1f | %.5f | %.1f | %.1f | %.1f | %.4f |",
        setting[0],
        setting[1],
        setting[2],
        floors,
        truth,
        100 - percent(above + below),
        percent(above),
        percent(below),
        width / trials);
  }

  private static double[] mixedUntil(double[] weights, double js) {
    double low = 0;
    double high = 1;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (Divergence.jsDivergence(weights, mixed(weights, middle)) < js) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return mixed(weights, low);
  }

  private static double[] mixed(double[] weights, double part) {
    double[] mixed = new double[weights.length];
    Arrays.setAll(mixed, i -> (1 - part) * weights[i] + part * weights[weights.length - 1 - i]);
    return mixed;
  }

  private void informationChange() {
    print("%n## Size at 5 %% of the test for a change of mutual information%n");
    print(
        "Equal k x k tables, independent but for a part of the rows, on the diagonal; a quarter of the trials.%n");
    print("| k | n | m | independent | 0.05 | 0.3 | 0.9 |");
    print("|---:|---:|---:|---:|---:|---:|---:|");
    int[][] settings = {
      {3, 215, 215},
      {3, 2000, 2000},
      {6, 215, 215},
      {6, 215, 2000},
      {6, 2000, 2000},
      {16, 215, 215},
      {16, 215, 2000},
      {16, 2000, 2000},
      {16, 2000, 20_000}
    };
    for (int[] setting : settings) {
      double[] sizes = new double[4];
      double[] parts = {0, 0.05, 0.3, 0.9};
      Arrays.setAll(sizes, i -> changeSize(setting, parts[i]));
      print(
          "| %d | %d | %d | %.1f | %.1f | %.1f | %.1f |",
          setting[0], setting[1], setting[2], sizes[0], sizes[1], sizes[2], sizes[3]);
    }
  }

  private double changeSize(int[] setting, double part) {
    int k = setting[0];
    double[] cells = new double[k * k];
    Arrays.setAll(cells, i -> (1 - part) / (k * k) + (i / k == i % k ? part / k : 0));
    Source source = new Source(cells);
    SplittableRandom random = new SplittableRandom(seed);
    int rejected = 0;
    for (int trial = 0; trial < trials / 4; trial++) {
      long[] p = source.counts(setting[1], random);
      long[] q = source.counts(setting[2], random);
      rejected += Significance.mutualInformationChange(p, q, k, k).pValue() < LEVEL ? 1 : 0;
    }
    return 4 * percent(rejected);
  }

  private void estimators() {
    print("%n## Entropy estimators: bias and root mean square error, nats%n");
    print("| estimator | Zipf 50, n = 50 | Zipf 50, n = 500 | uniform 256, n = 215 |");
    print("|---|---:|---:|---:|");
    for (String name : EntropyEstimator.names()) {
      EntropyEstimator estimator = EntropyEstimator.named(name);
      print(
          "| %s | %s | %s | %s |",
          name,
          error(estimator, Shape.ZIPF.weights(50), 50),
          error(estimator, Shape.ZIPF.weights(50), 500),
          error(estimator, Shape.UNIFORM.weights(256), 215));
    }
  }

  private String error(EntropyEstimator estimator, double[] weights, int rows) {
    double truth = Entropy.entropy(weights);
    Source source = new Source(weights);
    SplittableRandom random = new SplittableRandom(seed);
    double bias = 0;
    double square = 0;
    for (int trial = 0; trial < trials; trial++) {
      double error = estimator.entropy(source.counts(rows, random), weights.length) - truth;
      bias += error;
      square += error * error;
    }
    return String.format(Locale.ROOT, "%+.3f (%.3f)", bias / trials, Math.sqrt(square / trials));
  }

  private double percent(int hits) {
    return 100.0 * hits / trials;
  }

  private static void print(String format, Object... parts) {
    System.out.printf(Locale.ROOT, format + "%n", parts);
  }

  /** How shares fall from the first symbol to the last. */
  private enum Shape {
    UNIFORM,
    ZIPF,
    GEOMETRIC;

    double[] weights(int symbols) {
      double[] weights = new double[symbols];
      Arrays.setAll(
          weights,
          i ->
              switch (this) {
                case UNIFORM -> 1;
                case ZIPF -> 1.0 / (i + 1);
                case GEOMETRIC -> Math.pow(1e-3, (double) i / symbols);
              });
      return weights;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Draws symbols by a scan of their cumulated weights, from a guess by table. */
  private static final class Source {
    private static final int GUESSES = 4096;
    private final double[] cumulated;
    private final int[] guesses = new int[GUESSES];

    Source(double[] weights) {
      cumulated = weights.clone();
      Arrays.parallelPrefix(cumulated, Double::sum);
      int symbol = 0;
      for (int i = 0; i < GUESSES; i++) {
        while (cumulated[symbol] <= total() * i / GUESSES) {
          symbol++;
        }
        guesses[i] = symbol;
      }
    }

    private double total() {
      return cumulated[cumulated.length - 1];
    }

    long[] counts(int rows, SplittableRandom random) {
      long[] counts = new long[cumulated.length];
      for (int row = 0; row < rows; row++) {
        double u = random.nextDouble();
        int symbol = guesses[(int) (u * GUESSES)];
        while (cumulated[symbol] <= u * total() && symbol < cumulated.length - 1) {
          symbol++;
        }
        counts[symbol]++;
      }
      return counts;
    }
  }
}
