package io.lanewise.evaluate;

import java.util.OptionalDouble;

/**
 * How two columns of one data set depend on each other, in coarse symbols. Information in nats.
 *
 * @param jointEntropy {@code H(X,Y)}
 * @param conditionalEntropyYGivenX {@code H(Y|X)}
 * @param conditionalEntropyXGivenY {@code H(X|Y)}
 * @param mutualInformation {@code I(X;Y)} of the sample, which chance makes too large
 * @param mutualInformationCorrected the same by the estimator that was chosen
 * @param mutualInformationMillerMadow the same corrected by Miller and Madow, of which lost and
 *     invented dependence are made
 * @param normalizedMutualInformation {@code 2 I / (H(X) + H(Y))}; empty if both columns are
 *     constant
 */
public record PairDependence(
    double jointEntropy,
    double conditionalEntropyYGivenX,
    double conditionalEntropyXGivenY,
    double mutualInformation,
    double mutualInformationCorrected,
    double mutualInformationMillerMadow,
    OptionalDouble normalizedMutualInformation) {}
