package io.lanewise.measure;

/** The variance of a logarithm over a distribution whose shares come one by one. */
final class LogVariance {
  private double mean;
  private double square;

  void add(double share, double ratio) {
    if (share > 0) {
      addLog(share, Math.log(ratio));
    }
  }

  void addLog(double share, double log) {
    mean += share * log;
    square += share * log * log;
  }

  double value() {
    return Math.max(0, square - mean * mean);
  }
}
