package io.lanewise.profile;

/** How the values of a column become symbols: bins with frozen edges, or categories. */
public sealed interface Binning permits Bins, Categories {

  /** Number of codes, from 0, whose meaning the reference fixes; null has one of them. */
  int listedCodes();
}
