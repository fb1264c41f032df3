package io.lanewise.simd.function;

/** A function of one float, applied to arrays. */
abstract class FloatFunction {

  /** Elements that the slower loop takes before the faster one is tried again. */
  private static final int CHUNK = 64;

  final void apply(float[] x, int xFrom, float[] y, int yFrom, int count) {
    int whole = FunctionLanes.FLOATS.loopBound(count);
    int done = 0;
    while (done < whole) {
      done += ordinary(x, xFrom + done, y, yFrom + done, whole - done);
      int chunk = Math.min(CHUNK, whole - done);
      all(x, xFrom + done, y, yFrom + done, chunk);
      done += chunk;
    }
    if (done < count) {
      tail(x, xFrom + done, y, yFrom + done, count - done);
    }
  }

  /**
   * Computes whole vectors up to the first that holds an argument out of the ordinary.
   *
   * @return how many elements were computed
   */
  abstract int ordinary(float[] x, int xFrom, float[] y, int yFrom, int count);

  /** Computes whole vectors of any arguments. */
  abstract void all(float[] x, int xFrom, float[] y, int yFrom, int count);

  /** Computes less than a vector. */
  abstract void tail(float[] x, int xFrom, float[] y, int yFrom, int count);
}
