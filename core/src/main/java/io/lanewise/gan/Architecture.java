package io.lanewise.gan;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.StructuralZeros;
import io.lanewise.gan.layer.LayerSpec;
import io.lanewise.kernel.Activation;
import java.util.ArrayList;
import java.util.List;

/** The layers of both networks. */
final class Architecture {

  /** Below 0, for gradients to pass where the discriminator is sure. */
  private static final Activation LEAKY = Activation.leakyRelu(0.2f);

  private Architecture() {}

  /** ReLU layers, a dense one without activation, and the head. */
  static List<LayerSpec> generator(GanSettings settings, RowLayout layout, StructuralZeros zeros) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int units : settings.generator()) {
      layers.add(new LayerSpec.Dense(units, Activation.RELU));
    }
    layers.add(new LayerSpec.Dense(layout.width(), Activation.IDENTITY));
    layers.add(new LayerSpec.RowHead(layout, zeros, settings.temperature(), false));
    return layers;
  }

  /** Soft bins, leaky ReLU layers, each with dropout, and one logit. */
  static List<LayerSpec> discriminator(GanSettings settings, RowLayout layout) {
    return discriminator(
        settings.discriminator(), settings.softBins(), settings.pack(), layout, settings.dropout());
  }

  /** The same, of what a discriminator alone is told by. */
  static List<LayerSpec> discriminator(
      List<Integer> hidden, int softBins, int pack, RowLayout layout, double dropout) {
    List<LayerSpec> layers = new ArrayList<>();
    if (softBins > 0) {
      layers.add(new LayerSpec.SoftBins(layout, pack, softBins));
    }
    for (int units : hidden) {
      layers.add(new LayerSpec.Dense(units, LEAKY));
      if (dropout > 0) {
        layers.add(new LayerSpec.Dropout(dropout));
      }
    }
    layers.add(new LayerSpec.Dense(1, Activation.IDENTITY));
    return layers;
  }
}
