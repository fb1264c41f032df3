package io.lanewise.kernel;

/** The scalar kernels against the contract: what remains is the walk over arrays. */
class ScalarArrayMathTest extends ArrayMathContract {

  @Override
  protected ArrayMath arrayMath() {
    return Kernels.scalar().arrayMath();
  }
}
