package io.lanewise.gan;

/** Chooses settings as soon as it is known how much there is to learn from. */
@FunctionalInterface
public interface SettingsChoice {

  /**
   * The settings to train with.
   *
   * @param rows that will be learnt from, at least 1
   * @param floats of a row, at least 1
   */
  GanSettings of(long rows, int floats);
}
