package io.lanewise.evaluate;

import io.lanewise.profile.JointCounts;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The score of two columns together, in coarse symbols.
 *
 * @param x position of the first column among the scores of columns
 * @param y position of the second
 * @param nameX name of the first column
 * @param nameY name of the second
 * @param symbolsX number of coarse symbols of the first that occur on either side
 * @param symbolsY number of coarse symbols of the second that occur on either side
 * @param real the dependence in the real data
 * @param generated the dependence in the generated data; null where it has no rows
 * @param comparison the two compared; null where the generated data has no rows
 * @param cells the joint counts of both sides
 */
public record PairScore(
    int x,
    int y,
    String nameX,
    String nameY,
    int symbolsX,
    int symbolsY,
    PairDependence real,
    @Nullable PairDependence generated,
    @Nullable PairComparison comparison,
    Cells cells) {

  /** The same score with its p-value adjusted for how many pairs were tested. */
  PairScore amongMany(double pAdjusted) {
    PairComparison alone = Objects.requireNonNull(comparison);
    Noise noise = alone.noise();
    return new PairScore(
        x,
        y,
        nameX,
        nameY,
        symbolsX,
        symbolsY,
        real,
        generated,
        new PairComparison(
            alone.js(),
            new Noise(noise.pValue(), pAdjusted, noise.jsNoiseFloor(), noise.jsOfPerfect()),
            alone.mutualInformationChange(),
            alone.mutualInformationChangeError(),
            alone.mutualInformationChangePValue()),
        cells);
  }

  /** The cells that occur, the costliest by JS first; empty where a side has no rows. */
  public List<Contribution> contributions() {
    int columns = cells.labelsY.size();
    return Contributions.of(
        cells.real(),
        cells.generated(),
        cell ->
            Arrays.asList(cells.labelsX.get(cell / columns), cells.labelsY.get(cell % columns)));
  }

  /** The contingency tables of both sides, row-major over the symbols of both columns. */
  public static final class Cells {
    private final List<@Nullable String> labelsX;
    private final List<@Nullable String> labelsY;
    private final JointCounts real;
    private final JointCounts generated;

    Cells(
        List<@Nullable String> labelsX,
        List<@Nullable String> labelsY,
        JointCounts real,
        JointCounts generated) {
      this.labelsX = Collections.unmodifiableList(labelsX);
      this.labelsY = Collections.unmodifiableList(labelsY);
      this.real = real;
      this.generated = generated;
    }

    /** What the symbols of the first column stand for; null for the missing value. */
    public List<@Nullable String> labelsX() {
      return labelsX;
    }

    /** What the symbols of the second column stand for; null for the missing value. */
    public List<@Nullable String> labelsY() {
      return labelsY;
    }

    /** Counts of the real data. */
    public long[] real() {
      return real.toArray();
    }

    /** Counts of the generated data. */
    public long[] generated() {
      return generated.toArray();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cells that
          && labelsX.equals(that.labelsX)
          && labelsY.equals(that.labelsY)
          && real.equals(that.real)
          && generated.equals(that.generated);
    }

    @Override
    public int hashCode() {
      return 31 * real.hashCode() + generated.hashCode();
    }

    @Override
    public String toString() {
      return labelsX + " x " + labelsY + ": real " + real + ", generated " + generated;
    }
  }
}
