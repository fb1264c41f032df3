package io.lanewise.simd.function;

import io.lanewise.kernel.ArrayMath;
import io.lanewise.kernel.ArrayMathContract;

/** The vector kernels against the contract, at the width of this machine. */
class VectorArrayMathTest extends ArrayMathContract {

  @Override
  protected ArrayMath arrayMath() {
    return new VectorArrayMath();
  }
}
