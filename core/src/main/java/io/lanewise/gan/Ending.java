package io.lanewise.gan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a training is over. */
public enum Ending {
  /** All epochs are done. */
  EPOCHS,
  /** The rule to stop at is met. */
  RULE,
  /** No line was better for as long as patience lasts. */
  PATIENCE,
  /** Numbers are not finite any more. */
  DIVERGED;

  /** Why a training with these lines is over, or null if it is not. */
  static @Nullable Ending of(TrainingPlan plan, List<TrainingLine> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    TrainingLine last = lines.getLast();
    if (last.alarms().contains(Alarm.DIVERGED)) {
      return DIVERGED;
    }
    if (plan.stopWhen().isPresent() && plan.stopWhen().get().isMet(last)) {
      return RULE;
    }
    if (last.epoch() >= plan.epochs()) {
      return EPOCHS;
    }
    int since = 0;
    for (TrainingLine line : lines) {
      since = line.best() ? 0 : since + 1;
    }
    return since >= plan.patience() ? PATIENCE : null;
  }
}
