package io.lanewise.measure;

/**
 * What chance says of a change of mutual information between two tables.
 *
 * @param error standard error of the change, nats, at least +0.0
 * @param pValue how often tables with the same information differ in it as much, 0 to 1
 */
public record MutualInformationChange(double error, double pValue) {}
