package io.lanewise.gan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How the discriminator of a {@link ClassifierTest} is made, and how it learns.
 *
 * @param hidden units of its hidden layers, each 1 to {@value GanSettings#MOST}
 * @param softBins of each position, which it sees beside the position itself, as {@link
 *     GanSettings#softBins}
 * @param dropout of the hidden layers, 0 to below 1; empty for as much as is {@linkplain
 *     GanSettings#usual usual} for the rows
 * @param batch rows of each side in a step, 1 to {@value GanSettings#MOST}; fewer where there are
 *     fewer
 * @param epochs times that all rows are learnt from at most, at least 1; empty for as often as
 *     makes {@value #USUAL_STEPS} steps
 * @param patience looks without a better one after which learning ends, at least 1
 * @param mostRows rows of each side that are used at most, at least 1; {@link Long#MAX_VALUE} for
 *     as many as there are
 */
public record ClassifierSettings(
    List<Integer> hidden,
    int softBins,
    OptionalDouble dropout,
    int batch,
    OptionalInt epochs,
    int patience,
    long mostRows) {

  /** Steps after which learning usually ends at last. */
  public static final int USUAL_STEPS = 10_000;

  /** How fast it learns. Nothing moves while it does, so gradients may be averaged over steps. */
  static final Optimizer OPTIMIZER = Optimizer.Adam.of(1e-3, 0.9);

  /** The settings that the measured results were reached with. */
  public static final ClassifierSettings USUAL =
      new ClassifierSettings(
          List.of(128, 128),
          32,
          OptionalDouble.empty(),
          128,
          OptionalInt.empty(),
          10,
          Long.MAX_VALUE);

  /**
   * Copies the list and checks the ranges.
   *
   * @throws IllegalArgumentException if a setting lies outside its range
   */
  public ClassifierSettings {
    hidden = List.copyOf(hidden);
    hidden.forEach(
        units -> GanSettings.check("units of a discriminator's layer", units, GanSettings.MOST));
    GanSettings.check("rows of a batch", batch, GanSettings.MOST);
    dropout.ifPresent(value -> GanSettings.checkShare("dropout", value));
    GanSettings.checkSoftBins(softBins);
    epochs.ifPresent(value -> check("epochs", value));
    check("patience", patience);
    check("rows", mostRows);
  }

  private static void check(String what, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + ": got " + value + ", expected at least 1");
    }
  }

  /** The dropout for some rows. */
  double dropoutFor(long rows, int floats) {
    return dropout.orElse(GanSettings.usual(rows, floats).dropout());
  }
}
