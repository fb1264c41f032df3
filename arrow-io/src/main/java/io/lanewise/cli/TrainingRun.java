package io.lanewise.cli;

import io.lanewise.gan.Alarm;
import io.lanewise.gan.Ending;
import io.lanewise.gan.TableTrainer;
import io.lanewise.gan.TrainingLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A training from its first line to its last, and all who are told of it. */
final class TrainingRun {

  private final TableTrainer trainer;
  private final ModelCheckpoint model;
  private final TrainingPrinter printer;
  private final @Nullable TrainingLog log;
  private final @Nullable PreviewFile preview;
  private final Consumer<String> warn;
  private final Set<Alarm> known = EnumSet.noneOf(Alarm.class);

  /** Whether the file may hold a model that is better than what there is so far. */
  private boolean waiting;

  /**
   * A training that has not begun.
   *
   * @param replaces whether the file holds another model, which is left until there is a better one
   * @param log is told lines; null if nobody wants it
   * @param preview draws rows of the best generator; null if nobody wants it
   * @param warn takes alarms
   */
  TrainingRun(
      TableTrainer trainer,
      ModelCheckpoint model,
      boolean replaces,
      TrainingPrinter printer,
      @Nullable TrainingLog log,
      @Nullable PreviewFile preview,
      Consumer<String> warn) {
    this.trainer = trainer;
    this.model = model;
    this.waiting = replaces;
    this.printer = printer;
    this.log = log;
    this.preview = preview;
    this.warn = warn;
  }

  /**
   * Trains to the end, or until it is to stop; then the model is in its file.
   *
   * @return why it ended; null if it was stopped
   */
  @Nullable Ending run(Progress progress, StopSignal stop) {
    List<TrainingLine> before = trainer.lines();
    before.forEach(line -> known.addAll(line.alarms()));
    if (log != null) {
      log.begin(before, trainer.ending());
    }
    long steps = 0;
    while (trainer.ending() == null && !stop.isGiven()) {
      long[] done = {0};
      long begun = steps;
      TrainingLine line =
          trainer.advance(
              _ -> {
                done[0]++;
                progress.accept(begun + done[0]);
                if (model.isDue() && isKept()) {
                  keep();
                }
                return !stop.isGiven();
              });
      steps += done[0];
      if (line == null) {
        break;
      }
      progress.wipe();
      tell(line);
      waiting &= !line.best();
      if (line.best() || (model.isDue() && isKept())) {
        keep();
      }
    }
    if (steps > 0) {
      keep();
    }
    return trainer.ending();
  }

  /** Whether the file holds what was trained so far. */
  boolean isKept() {
    return !waiting;
  }

  private void tell(TrainingLine line) {
    printer.print(line, trainer.ending());
    if (log != null) {
      log.add(trainer.lines(), trainer.ending());
    }
    if (preview != null && line.best()) {
      preview.write(trainer);
    }
    for (Alarm alarm : Alarm.values()) {
      if (line.alarms().contains(alarm) && known.add(alarm)) {
        warn.accept(
            "epoch %d: %s: %s; %s"
                .formatted(line.epoch(), alarm.title(), alarm.meaning(), alarm.remedy()));
      }
    }
  }

  private void keep() {
    if (!waiting) {
      model.write(trainer);
    }
    if (log != null) {
      log.checkpoint();
    }
  }
}
