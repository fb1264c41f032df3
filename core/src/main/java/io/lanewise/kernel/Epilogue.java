package io.lanewise.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each sum of a {@link Product} once all its terms are there: {@code f(sum +
 * bias_j)}.
 *
 * <p>Without a bias nothing is added, so a sum of -0.0 stays -0.0.
 *
 * @param bias holds one summand per column, or null
 * @param from index of column 0's summand; 0 without a bias
 * @param activation f
 */
public record Epilogue(float @Nullable [] bias, int from, Activation activation) {

  /** Leaves sums as they are. */
  public static final Epilogue NONE = new Epilogue(null, 0, Activation.IDENTITY);

  /**
   * Checks where the bias begins.
   *
   * @throws IllegalArgumentException if that is outside the array, or not 0 without a bias
   */
  public Epilogue {
    Objects.requireNonNull(activation, "activation");
    int most = bias == null ? 0 : bias.length;
    if (from < 0 || from > most) {
      throw new IllegalArgumentException(
          "bias begins at %d, expected 0 to %d".formatted(from, most));
    }
  }

  /**
   * Returns an epilogue that adds a bias.
   *
   * @param bias one summand per column
   * @param activation f
   * @return {@code f(sum + bias_j)}
   */
  public static Epilogue bias(float[] bias, Activation activation) {
    return new Epilogue(bias, 0, activation);
  }

  /**
   * Returns an epilogue without a bias.
   *
   * @param activation f
   * @return {@code f(sum)}
   */
  public static Epilogue activation(Activation activation) {
    return new Epilogue(null, 0, activation);
  }

  /** Whether sums stay as they are. */
  public boolean isNone() {
    return bias == null && activation.kind() == Activation.Kind.IDENTITY;
  }
}
