package io.lanewise.bench.quality;

import io.lanewise.column.Table;
import io.lanewise.gan.GanSettings;
import io.lanewise.gan.RowGenerator;
import io.lanewise.gan.TableTrainer;
import io.lanewise.gan.TrainingLine;
import io.lanewise.gan.TrainingMeasure;
import io.lanewise.gan.TrainingPlan;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A generator trained as the command does it, with its defaults.
 *
 * @param generator at its first row
 * @param lines of the training
 * @param seconds that it took
 */
record Trained(RowGenerator generator, List<TrainingLine> lines, double seconds) {

  static Trained on(Table table, long seed) {
    int batch = GanSettings.MANY_ROWS.batch();
    int epochs = TrainingPlan.usualEpochs(table.rowCount(), batch);
    TrainingPlan plan =
        new TrainingPlan(
            epochs,
            TrainingPlan.usualEvery(epochs, table.rowCount(), batch),
            TrainingPlan.USUAL_PATIENCE,
            Optional.empty(),
            seed,
            Runtime.getRuntime().availableProcessors());
    long start = System.nanoTime();
    try (TableTrainer trainer =
        TableTrainer.start(table, GanSettings::usual, plan, Kernels.installed())) {
      while (trainer.ending() == null) {
        show(trainer.next(done -> {}));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Trained(trainer.generator(seed), trainer.lines(), seconds);
    }
  }

  private static void show(TrainingLine line) {
    StringBuilder text = new StringBuilder();
    for (TrainingMeasure measure : TrainingMeasure.values()) {
      text.append(measure.key()).append(String.format(Locale.ROOT, " %.4g  ", line.value(measure)));
    }
    System.err.println(text.append(line.best() ? "*" : "").append(line.alarms()));
  }

  /** Epochs in all, and those of the line that was kept. */
  String epochs() {
    int best = 0;
    for (TrainingLine line : lines) {
      best = line.best() ? line.epoch() : best;
    }
    return lines.getLast().epoch() + ", " + best;
  }
}
