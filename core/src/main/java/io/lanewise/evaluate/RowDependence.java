package io.lanewise.evaluate;

/**
 * What two rows that belong together tell of each other in one column, R being the symbol of the
 * real row and G that of the generated one, in the coarse symbols that the column has in pairs.
 * Information in nats.
 *
 * <p>Symbols are unions of the column's own, so mutual information in them is a lower bound of that
 * in full.
 *
 * @param jointEntropy {@code H(R,G) = -sum p(r,g) ln p(r,g)}
 * @param jointEntropyCorrected the same by the estimator that was chosen
 * @param entropyRealGivenGenerated {@code H(R|G)}, what the generated row leaves open
 * @param entropyGeneratedGivenReal {@code H(G|R)}
 * @param mutualInformation {@code I(R;G)} of the sample, which chance makes too large
 * @param mutualInformationCorrected the same by the estimator that was chosen, at least 0
 * @param mutualInformationByChance {@code I(R;G)} to be expected if no row told of another
 * @param pValue chance of a Pearson X^2 at least as large in that case
 * @param pAdjusted the same after Benjamini and Hochberg over the columns
 */
public record RowDependence(
    double jointEntropy,
    double jointEntropyCorrected,
    double entropyRealGivenGenerated,
    double entropyGeneratedGivenReal,
    double mutualInformation,
    double mutualInformationCorrected,
    double mutualInformationByChance,
    double pValue,
    double pAdjusted) {

  /** The same with its p-value adjusted for how many columns were tested. */
  RowDependence amongMany(double adjusted) {
    return new RowDependence(
        jointEntropy,
        jointEntropyCorrected,
        entropyRealGivenGenerated,
        entropyGeneratedGivenReal,
        mutualInformation,
        mutualInformationCorrected,
        mutualInformationByChance,
        pValue,
        adjusted);
  }
}
