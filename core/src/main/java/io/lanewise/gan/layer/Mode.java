package io.lanewise.gan.layer;

/** What a network is run for. */
public enum Mode {
  /** To learn: dropout, statistics of the batch (which are remembered), choices drawn. */
  TRAINING,
  /** To look: no dropout, remembered statistics, choices drawn. */
  INFERENCE
}
