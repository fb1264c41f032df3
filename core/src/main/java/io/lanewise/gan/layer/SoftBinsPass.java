package io.lanewise.gan.layer;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.kernel.Matrix;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Soft bins at work. */
final class SoftBinsPass extends LayerPass {

  private final int bins;
  private final float scale;

  /** In a row of inputs, where the positions are. */
  private final int[] positions;

  SoftBinsPass(LayerSpec.SoftBins spec, Matrix x, Matrix dx) {
    super(x, dx, spec.outputs(x.columns()));
    this.bins = spec.bins();
    this.scale = (bins - 1) / 2f;
    List<RowLayout.Block> blocks =
        spec.layout().blocks().stream().filter(RowLayout.Block::hasPosition).toList();
    this.positions = new int[blocks.size() * spec.pack()];
    for (int i = 0; i < positions.length; i++) {
      RowLayout.Block block = blocks.get(i % blocks.size());
      positions[i] = i / blocks.size() * spec.layout().width() + block.from() + block.flags();
    }
  }

  @Override
  void forward(Mode mode, UniformRandomProvider random) {
    float[] in = x().values();
    float[] out = y().values();
    int inputs = x().columns();
    int outputs = y().columns();
    for (int row = 0; row < rows(); row++) {
      int from = row * outputs;
      System.arraycopy(in, row * inputs, out, from, inputs);
      Arrays.fill(out, from + inputs, from + outputs, 0);
      for (int i = 0; i < positions.length; i++) {
        float place = place(in[row * inputs + positions[i]]);
        int bin = bin(place);
        int at = from + inputs + i * bins + bin;
        out[at] = 1 - (place - bin);
        out[at + 1] = place - bin;
      }
    }
  }

  /** Bins from the first centre, 0 to bins - 1. */
  private float place(float position) {
    return Math.min(bins - 1, Math.max(0, (position + 1) * scale));
  }

  private int bin(float place) {
    return Math.min(bins - 2, (int) place);
  }

  @Override
  void backward(boolean parameters, boolean inputs) {
    if (!inputs) {
      return;
    }
    float[] in = x().values();
    float[] d = dy().values();
    float[] to = dx().values();
    int columns = x().columns();
    int outputs = y().columns();
    for (int row = 0; row < rows(); row++) {
      int from = row * outputs;
      System.arraycopy(d, from, to, row * columns, columns);
      for (int i = 0; i < positions.length; i++) {
        float position = in[row * columns + positions[i]];
        if (position > -1 && position < 1) {
          int at = from + columns + i * bins + bin(place(position));
          to[row * columns + positions[i]] += scale * (d[at + 1] - d[at]);
        }
      }
    }
  }
}
