package io.lanewise.gan.layer;

/** What a network is run for. */
public enum Mode {
  /** To learn: with dropout. */
  TRAINING,
  /** To look: without. */
  INFERENCE
}
