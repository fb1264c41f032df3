/** Columns, counts, measures and scores: everything of Lanewise that needs no Arrow. */
module io.lanewise.core {
  requires org.apache.commons.numbers.gamma;
  requires transitive org.apache.commons.rng.api;
  requires org.apache.commons.rng.core;
  requires org.apache.commons.rng.sampling;
  requires org.apache.commons.rng.simple;
  requires org.apache.commons.statistics.distribution;
  requires static org.jspecify;

  exports io.lanewise.column;
  exports io.lanewise.container;
  exports io.lanewise.evaluate;
  exports io.lanewise.gan;
  exports io.lanewise.gan.codec;
  exports io.lanewise.gan.layer;
  exports io.lanewise.kernel;
  exports io.lanewise.measure;
  exports io.lanewise.profile;

  uses io.lanewise.kernel.KernelProvider;
}
