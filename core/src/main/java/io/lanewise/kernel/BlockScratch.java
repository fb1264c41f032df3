package io.lanewise.kernel;

/** Two blocks of doubles that a thread widens floats into, so that a call allocates none. */
final class BlockScratch {

  private static final ThreadLocal<BlockScratch> OF_THREAD =
      ThreadLocal.withInitial(BlockScratch::new);

  final double[] first = new double[LogSums.BLOCK];
  final double[] second = new double[LogSums.BLOCK];
  final double[] lanes = new double[LogSums.LANES];

  private BlockScratch() {}

  /** For use until the method that asked returns; what it calls must not ask again. */
  static BlockScratch ofThread() {
    return OF_THREAD.get();
  }
}
