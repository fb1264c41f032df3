package io.lanewise.gan;

/**
 * Losses of a step, in nats, means over its packs.
 *
 * @param discriminator minus the value function
 * @param generator what the generator minimises
 */
public record StepLosses(double discriminator, double generator) {}
