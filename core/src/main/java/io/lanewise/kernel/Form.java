package io.lanewise.kernel;

/** Which factor of a {@link Product} is stored transposed. */
public enum Form {
  /** Neither: a is m x k, b is k x n. A layer forward. */
  NN,
  /** The second: a is m x k, b is n x k. The gradient of a layer's input. */
  NT,
  /** The first: a is k x m, b is k x n. The gradient of a layer's weights. */
  TN
}
