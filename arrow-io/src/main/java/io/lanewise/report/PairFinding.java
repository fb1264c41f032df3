package io.lanewise.report;

import io.lanewise.evaluate.PairComparison;
import io.lanewise.evaluate.PairDependence;
import io.lanewise.evaluate.PairScore;
import io.lanewise.measure.Divergence;
import java.util.Objects;

/**
 * A pair of columns whose dependence changed.
 *
 * <p>Two columns are called <i>nearly independent</i> where their corrected mutual information is
 * at most a tenth of that of the other side, or at most 0.01 bits, which is that of two normal
 * columns with a correlation of 0.12, and at most a tenth of what either column has to tell. Rank
 * and words follow corrected numbers. The numbers named are the sample's own, unless these changed
 * the other way round.
 *
 * @param pair the pair, with a comparison
 */
record PairFinding(PairScore pair) implements Finding {

  /** Most mutual information of columns that are nearly independent, in nats: 0.01 bits. */
  private static final double NEARLY_NONE = 0.01 * Divergence.LN2;

  /** Most of the smaller entropy that it may be, and most of the other side's information. */
  private static final double NEARLY_NONE_SHARE = 0.1;

  @Override
  public double nats() {
    return Math.abs(comparison().mutualInformationChange());
  }

  private PairComparison comparison() {
    return Objects.requireNonNull(pair.comparison());
  }

  @Override
  public String sentence(Wording wording) {
    PairDependence real = pair.real();
    PairDependence generated = Objects.requireNonNull(pair.generated());
    boolean less = comparison().mutualInformationChange() < 0;
    boolean sampleAgrees = less == generated.mutualInformation() < real.mutualInformation();
    String[] information =
        sampleAgrees
            ? wording.information(real.mutualInformation(), generated.mutualInformation())
            : wording.information(
                real.mutualInformationCorrected(), generated.mutualInformationCorrected());
    String inReal = information[0];
    String inGenerated = information[1];
    String unit = " " + wording.unit().label() + ")";
    String names = wording.column(pair.nameX()) + " and " + wording.column(pair.nameY()) + " are ";
    boolean noneInReal = isNearlyIndependent(real, generated);
    boolean noneInGenerated = isNearlyIndependent(generated, real);
    if (noneInReal == noneInGenerated) {
      return names
          + (less ? "less" : "more")
          + " related in the generated data ("
          + inGenerated
          + unit
          + " than in the real ("
          + inReal
          + ")";
    }
    return names
        + words(noneInReal)
        + " in the real data ("
        + inReal
        + unit
        + " and "
        + words(noneInGenerated)
        + " in the generated ("
        + inGenerated
        + ")";
  }

  private static String words(boolean nearlyIndependent) {
    return nearlyIndependent ? "nearly independent" : "related";
  }

  private static boolean isNearlyIndependent(PairDependence dependence, PairDependence other) {
    double most = NEARLY_NONE_SHARE * other.mutualInformationCorrected();
    return dependence.mutualInformationCorrected() <= most || isNearlyIndependent(dependence);
  }

  static boolean isNearlyIndependent(PairDependence dependence) {
    double entropyX = dependence.jointEntropy() - dependence.conditionalEntropyYGivenX();
    double entropyY = dependence.jointEntropy() - dependence.conditionalEntropyXGivenY();
    double most = Math.min(NEARLY_NONE, NEARLY_NONE_SHARE * Math.min(entropyX, entropyY));
    return dependence.mutualInformationCorrected() <= Math.max(0, most);
  }
}
