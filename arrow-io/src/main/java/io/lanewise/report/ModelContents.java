package io.lanewise.report;

import io.lanewise.gan.GanLoss;
import io.lanewise.gan.GanModel;
import io.lanewise.gan.Optimizer;
import io.lanewise.gan.TrainingLine;
import java.util.Locale;
import java.util.Optional;

/**
 * What a model holds, to be shown.
 *
 * @param source what the model is called
 * @param bytes its size
 * @param model the model
 */
public record ModelContents(String source, long bytes, GanModel model) {

  /** The line whose generator is kept. */
  Optional<TrainingLine> best() {
    return model.lines().reversed().stream().filter(TrainingLine::best).findFirst();
  }

  static String optimizer(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Adam _ -> "adam";
      case Optimizer.Sgd _ -> "sgd";
    };
  }

  /** A loss by its name. */
  public static String loss(GanLoss loss) {
    return loss.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
