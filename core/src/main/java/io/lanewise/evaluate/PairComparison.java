package io.lanewise.evaluate;

/**
 * What the joint counts of a pair on both sides say of each other. Information in nats.
 *
 * @param js Jensen-Shannon divergence of the joint distributions
 * @param noise what chance does to it
 * @param mutualInformationChange corrected mutual information of the generated data less that of
 *     the real data
 * @param mutualInformationChangeError standard error of the change
 * @param mutualInformationChangePValue chance of a change at least as large if there is none
 */
public record PairComparison(
    double js,
    Noise noise,
    double mutualInformationChange,
    double mutualInformationChangeError,
    double mutualInformationChangePValue) {}
