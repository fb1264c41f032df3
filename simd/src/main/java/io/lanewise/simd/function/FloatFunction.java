package io.lanewise.simd.function;

/** A function of one float, applied to arrays. */
abstract class FloatFunction {

  /** Elements that the slower loop takes before the faster one is tried again. */
  private static final int CHUNK = 64;

  final void apply(float[] x, int xFrom, float[] y, int yFrom, int count) {
    int whole = FunctionLanes.FLOATS.loopBound(count);
    int done = ordinary(x, xFrom, y, yFrom, whole);
    while (done < count) {
      int chunk = Math.min(CHUNK, count - done);
      any(x, xFrom + done, y, yFrom + done, chunk);
      done += chunk;
      if (done < whole) {
        done += ordinary(x, xFrom + done, y, yFrom + done, whole - done);
      }
    }
  }

  /**
   * Computes whole vectors, or pairs of them, up to the first that holds an argument out of the
   * ordinary; a vector without a partner may be left over.
   *
   * @return how many elements were computed
   */
  abstract int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count);

  /**
   * Computes any number of any arguments, masked. A form of its own for the last, partial vector
   * would be a third copy of the function where the compiler inlines all of them, which can be more
   * than it does inline; then it boxes vectors (8 ns an element in place of 0.7).
   */
  abstract void any(float[] x, int xFrom, float[] y, int yFrom, int count);
}
