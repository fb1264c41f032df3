package io.lanewise.kernel;

/** The scalar kernels against the contract: what remains is that no result is negative or NaN. */
class ScalarLogSumsTest extends LogSumsContract {

  @Override
  protected LogSums logSums() {
    return Kernels.scalar().logSums();
  }
}
