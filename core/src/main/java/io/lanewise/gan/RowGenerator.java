package io.lanewise.gan;

import io.lanewise.column.ColumnBatch;
import io.lanewise.gan.codec.TableCodec;
import io.lanewise.gan.layer.Mode;
import io.lanewise.gan.layer.Network;
import io.lanewise.gan.layer.Pass;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Makes rows, a batch at a time.
 *
 * <p>A batch's random numbers follow from the seed and its number, so the rows depend on nothing
 * else: the first 1,000 of a million are the 1,000 of a thousand. One thread.
 */
public final class RowGenerator {

  /** Rows of a batch; the last may have fewer. */
  public static final int BATCH = 1024;

  /** Odd, so that numbers of batches give different seeds. */
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  private final TableCodec codec;
  private final Prior prior;
  private final Pass pass;
  private final long seed;
  private long batches;

  /**
   * A generator at its first row.
   *
   * @param codec makes rows of floats
   * @param prior of what the network starts from
   * @param network a generator, which is not to learn meanwhile
   * @param seed of the rows
   * @param kernels who computes
   */
  RowGenerator(TableCodec codec, Prior prior, Network network, long seed, Kernels kernels) {
    this.codec = codec;
    this.prior = prior;
    this.pass = network.pass(BATCH, kernels);
    this.seed = seed;
  }

  /**
   * The next rows.
   *
   * @param rows how many, 1 to {@value #BATCH}; fewer than that are the first of the batch, whose
   *     others are left out
   * @return a batch of the codec's schema
   */
  public ColumnBatch next(int rows) {
    if (rows < 1 || rows > BATCH) {
      throw new IllegalArgumentException(rows + " rows, expected 1 to " + BATCH);
    }
    UniformRandomProvider random =
        RandomSource.XO_SHI_RO_256_PP.create(seed + SEED_STEP * ++batches);
    prior.fill(pass.input().values(), random, ZigguratSampler.NormalizedGaussian.of(random));
    pass.forward(Mode.INFERENCE, random);
    float[] floats = pass.output().values();
    int width = codec.layout().width();
    return codec.decode(rows == BATCH ? floats : Arrays.copyOf(floats, rows * width), rows, random);
  }
}
