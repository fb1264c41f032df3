package io.lanewise.simd;

import static io.lanewise.simd.Lanes.SPECIES;

import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Total;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * The log sums on vectors of any width up to 8 doubles.
 *
 * <p>The 16 logical lanes are taken a vector at a time: one pass over the block for each group of
 * lanes, with a stride of 16. The block lies in L1, so passes cost nothing, and one accumulator
 * needs no code per width.
 */
final class VectorLogSums implements LogSums {

  @Override
  public double entropy(double[] c, int from, int to, Total cTotal) {
    assert to - from <= BLOCK : "entropy: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      entropyLanes(c, from + lane, to, cTotal).intoArray(lanes, lane);
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  private static DoubleVector entropyLanes(double[] c, int from, int to, Total cTotal) {
    DoubleVector total = DoubleVector.broadcast(SPECIES, cTotal.hi());
    DoubleVector totalLo = DoubleVector.broadcast(SPECIES, cTotal.lo());
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int i = from;
    for (; i <= to - SPECIES.length(); i += LANES) {
      sum = sum.add(LogVectors.entropy(DoubleVector.fromArray(SPECIES, c, i), total, totalLo));
    }
    if (i < to) {
      VectorMask<Double> tail = SPECIES.indexInRange(i, to);
      DoubleVector last = DoubleVector.fromArray(SPECIES, c, i, tail);
      sum = sum.add(LogVectors.entropy(last, total, totalLo));
    }
    return sum;
  }

  @Override
  public double crossEntropy(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "crossEntropy: block of " + (to - from) + ", at most " + BLOCK;
    double[] lanes = new double[LANES];
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      crossEntropyLanes(c, d, from + lane, to, dTotal).intoArray(lanes, lane);
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  private static DoubleVector crossEntropyLanes(
      double[] c, double[] d, int from, int to, Total dTotal) {
    DoubleVector total = DoubleVector.broadcast(SPECIES, dTotal.hi());
    DoubleVector totalLo = DoubleVector.broadcast(SPECIES, dTotal.lo());
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int i = from;
    for (; i <= to - SPECIES.length(); i += LANES) {
      DoubleVector weights = DoubleVector.fromArray(SPECIES, c, i);
      DoubleVector others = DoubleVector.fromArray(SPECIES, d, i);
      sum = sum.add(LogVectors.crossEntropy(weights, others, total, totalLo));
    }
    if (i < to) {
      VectorMask<Double> tail = SPECIES.indexInRange(i, to);
      DoubleVector weights = DoubleVector.fromArray(SPECIES, c, i, tail);
      DoubleVector others = DoubleVector.fromArray(SPECIES, d, i, tail);
      sum = sum.add(LogVectors.crossEntropy(weights, others, total, totalLo));
    }
    return sum;
  }

  @Override
  public double klDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "klDivergence: block of " + (to - from) + ", at most " + BLOCK;
    CrossVectors cross = new CrossVectors(cTotal, dTotal);
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1 / dTotal.hi());
    double[] lanes = new double[LANES];
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      klLanes(c, d, from + lane, to, cross, inverse).intoArray(lanes, lane);
    }
    return LogSums.fold(lanes) / cTotal.hi();
  }

  private static DoubleVector klLanes(
      double[] c, double[] d, int from, int to, CrossVectors cross, DoubleVector inverse) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int i = from;
    for (; i <= to - SPECIES.length(); i += LANES) {
      DoubleVector weights = DoubleVector.fromArray(SPECIES, c, i);
      DoubleVector others = DoubleVector.fromArray(SPECIES, d, i);
      sum = sum.add(cross.kl(weights, others, inverse));
    }
    if (i < to) {
      VectorMask<Double> tail = SPECIES.indexInRange(i, to);
      DoubleVector weights = DoubleVector.fromArray(SPECIES, c, i, tail);
      DoubleVector others = DoubleVector.fromArray(SPECIES, d, i, tail);
      sum = sum.add(cross.kl(weights, others, inverse));
    }
    return sum;
  }

  @Override
  public double jsDivergence(double[] c, double[] d, int from, int to, Total cTotal, Total dTotal) {
    assert to - from <= BLOCK : "jsDivergence: block of " + (to - from) + ", at most " + BLOCK;
    CrossVectors cross = new CrossVectors(cTotal, dTotal);
    double[] lanes = new double[LANES];
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      jsLanes(c, d, from + lane, to, cross).intoArray(lanes, lane);
    }
    return LogSums.fold(lanes) / (4 * cTotal.hi() * dTotal.hi());
  }

  private static DoubleVector jsLanes(
      double[] c, double[] d, int from, int to, CrossVectors cross) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int i = from;
    for (; i <= to - SPECIES.length(); i += LANES) {
      DoubleVector weights = DoubleVector.fromArray(SPECIES, c, i);
      DoubleVector others = DoubleVector.fromArray(SPECIES, d, i);
      sum = sum.add(cross.js(weights, others));
    }
    if (i < to) {
      VectorMask<Double> tail = SPECIES.indexInRange(i, to);
      DoubleVector weights = DoubleVector.fromArray(SPECIES, c, i, tail);
      DoubleVector others = DoubleVector.fromArray(SPECIES, d, i, tail);
      sum = sum.add(cross.js(weights, others));
    }
    return sum;
  }
}
