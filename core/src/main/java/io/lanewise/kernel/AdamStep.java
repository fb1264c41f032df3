package io.lanewise.kernel;

/** One step of Adam over a flat array of parameters. Any thread may call it at any time. */
public abstract class AdamStep {

  /** Creates the kernels; they hold no state. */
  protected AdamStep() {}

  /**
   * Moves parameters against their gradients.
   *
   * <p>{@code m = beta1 m + (1-beta1) g}; {@code v = beta2 v + (1-beta2) g^2}; {@code p = p - rate
   * (m/(1-beta1^t)) / (sqrt(v/(1-beta2^t)) + epsilon)}, for every element of {@code [from, to)}, in
   * float, each operation rounded once; the factors of the step are computed in double. Elements do
   * not depend on each other, so ranges may be split freely.
   *
   * <p>A NaN gradient makes m, v and p NaN where it stands, and there they stay. A square that
   * leaves the range of float makes v infinite, and p stops moving there. Cost: one pass, 16 bytes
   * read and 12 written a parameter. Error against exact arithmetic: the rounding of float,
   * measured by {@code AdamErrorsTest}. Source: D. P. Kingma, J. Ba, "Adam: a method for stochastic
   * optimization", ICLR (2015), algorithm 1.
   *
   * @param settings how to learn
   * @param t number of the step, from 1 on
   * @param gradients g
   * @param means m, zeros before the first step
   * @param squares v, zeros before the first step
   * @param parameters p
   * @param from first element of all four arrays
   * @param to one past the last
   * @throws IllegalArgumentException if an array has no such elements, two are the same, or t is
   *     below 1
   */
  public final void step(
      AdamSettings settings,
      long t,
      float[] gradients,
      float[] means,
      float[] squares,
      float[] parameters,
      int from,
      int to) {
    step(new AdamFactors(settings).moveTo(t), gradients, means, squares, parameters, from, to);
  }

  /**
   * The same with factors that the caller keeps from step to step: nothing is allocated.
   *
   * @param factors of the step
   * @param gradients g
   * @param means m, zeros before the first step
   * @param squares v, zeros before the first step
   * @param parameters p
   * @param from first element of all four arrays
   * @param to one past the last
   * @throws IllegalArgumentException if an array has no such elements, or two are the same
   */
  public final void step(
      AdamFactors factors,
      float[] gradients,
      float[] means,
      float[] squares,
      float[] parameters,
      int from,
      int to) {
    Ranges.checkEnds("Adam, gradients", from, to, gradients.length);
    Ranges.checkEnds("Adam, means", from, to, means.length);
    Ranges.checkEnds("Adam, squares", from, to, squares.length);
    Ranges.checkEnds("Adam, parameters", from, to, parameters.length);
    checkDistinct("gradients", gradients, "means", means);
    checkDistinct("gradients", gradients, "squares", squares);
    checkDistinct("gradients", gradients, "parameters", parameters);
    checkDistinct("means", means, "squares", squares);
    checkDistinct("means", means, "parameters", parameters);
    checkDistinct("squares", squares, "parameters", parameters);
    update(factors, gradients, means, squares, parameters, from, to);
  }

  private static void checkDistinct(String name, float[] one, String otherName, float[] other) {
    if (one == other) {
      throw new IllegalArgumentException(
          "Adam: %s and %s are one array of %d".formatted(name, otherName, one.length));
    }
  }

  /** {@link AdamFactors#apply} for every element, of arguments that were checked. */
  protected abstract void update(
      AdamFactors factors,
      float[] gradients,
      float[] means,
      float[] squares,
      float[] parameters,
      int from,
      int to);
}
