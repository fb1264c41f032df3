package io.lanewise.measure;

/**
 * What chance alone does to the difference of two samples.
 *
 * @param pValue {@link Significance#pValue}
 * @param jsNoiseFloor {@link Significance#jsNoiseFloor(long[], long[])}, nats
 * @param jsOfPerfect {@link Significance#jsNoiseFloor(long[], long)} of as many generated rows,
 *     nats
 */
public record SampleNoise(double pValue, double jsNoiseFloor, double jsOfPerfect) {}
