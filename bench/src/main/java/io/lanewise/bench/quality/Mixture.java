package io.lanewise.bench.quality;

import java.util.Random;

/**
 * Equal normal distributions in the plane, with equal weights.
 *
 * @param name what to call it
 * @param centres x and y of each mode
 * @param sd standard deviation in either direction
 * @param side the histogram lies over [-side, side]^2
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Mixture(String name, double[][] centres, double sd, double side) {

  private static final int CELLS = 32;

  /** Eight on a circle of radius 1. */
  static Mixture ring(String name, double sd) {
    double[][] centres = new double[8][];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = new double[] {Math.cos(i * Math.PI / 4), Math.sin(i * Math.PI / 4)};
    }
    return new Mixture(name, centres, sd, 2);
  }

  /** 25 at {-4, -2, 0, 2, 4}^2. */
  static Mixture grid(String name, double sd) {
    double[][] centres = new double[25][];
    for (int i = 0; i < centres.length; i++) {
      int row = i / 5;
      centres[i] = new double[] {2.0 * row - 4, 2.0 * (i % 5) - 4};
    }
    return new Mixture(name, centres, sd, 5);
  }

  Points sample(int count, long seed) {
    Random random = new Random(seed);
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      double[] centre = centres[random.nextInt(centres.length)];
      x[i] = centre[0] + sd * random.nextGaussian();
      y[i] = centre[1] + sd * random.nextGaussian();
    }
    return new Points(x, y);
  }

  /** Points of the plane. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Points(double[] x, double[] y) {
    int count() {
      return x.length;
    }
  }

  /** Modes that hold between half and twice their fair share of the points within 3 sd of them. */
  int modesFound(Points points) {
    int[] near = new int[centres.length];
    for (int i = 0; i < points.count(); i++) {
      int mode = nearest(points.x[i], points.y[i]);
      near[mode] += distance(points.x[i], points.y[i], mode) <= 3 ? 1 : 0;
    }
    double share = (double) points.count() / centres.length;
    int found = 0;
    for (int count : near) {
      found += count >= share / 2 && count <= share * 2 ? 1 : 0;
    }
    return found;
  }

  /** Share of the points within 3 sd of a mode. */
  double shareNearModes(Points points) {
    int near = 0;
    for (int i = 0; i < points.count(); i++) {
      int mode = nearest(points.x[i], points.y[i]);
      near += distance(points.x[i], points.y[i], mode) <= 3 ? 1 : 0;
    }
    return (double) near / points.count();
  }

  /** Mean logarithm of the density, nats. */
  double logLikelihood(Points points) {
    double sum = 0;
    for (int i = 0; i < points.count(); i++) {
      sum += logDensity(points.x[i], points.y[i]);
    }
    return sum / points.count();
  }

  private double logDensity(double x, double y) {
    int nearest = nearest(x, y);
    double least = square(x, y, nearest);
    double sum = 0;
    for (int mode = 0; mode < centres.length; mode++) {
      sum += Math.exp((least - square(x, y, mode)) / 2);
    }
    return Math.log(sum / (2 * Math.PI * sd * sd * centres.length)) - least / 2;
  }

  private int nearest(double x, double y) {
    int nearest = 0;
    for (int mode = 1; mode < centres.length; mode++) {
      nearest = square(x, y, mode) < square(x, y, nearest) ? mode : nearest;
    }
    return nearest;
  }

  /** Distance from a mode in sd. */
  private double distance(double x, double y, int mode) {
    return Math.sqrt(square(x, y, mode));
  }

  private double square(double x, double y, int mode) {
    double dx = (x - centres[mode][0]) / sd;
    double dy = (y - centres[mode][1]) / sd;
    return dx * dx + dy * dy;
  }

  /** Counts of 32 x 32 cells; points outside belong to the cell at the edge. */
  long[] histogram(Points points) {
    long[] cells = new long[CELLS * CELLS];
    for (int i = 0; i < points.count(); i++) {
      cells[cell(points.x[i]) * CELLS + cell(points.y[i])]++;
    }
    return cells;
  }

  private int cell(double value) {
    return Math.clamp((int) Math.floor((value + side) / (2 * side) * CELLS), 0, CELLS - 1);
  }
}
