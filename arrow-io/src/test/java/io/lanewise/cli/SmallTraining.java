package io.lanewise.cli;

import io.lanewise.gan.GanSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A training that takes a second: a small table, and networks that fit it. */
final class SmallTraining {

  static final int ROWS = 300;

  /** Of 240 rows that are learnt from, 7 steps an epoch. */
  private static final List<String> OPTIONS =
      List.of(
          "--epochs=6",
          "--every=2",
          "--batch=32",
          "--latent=4",
          "--generator=8",
          "--discriminator=8",
          "--averaging=0.9",
          "--threads=1");

  private SmallTraining() {}

  /** A table of numbers with two modes, words and a constant. */
  static Path table(Path file) {
    double[] x = new double[ROWS];
    long[] n = new long[ROWS];
    String[] t = new String[ROWS];
    String[] same = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = i % 2 * 5 + (i * 37 % 101) / 100.0;
      n[i] = i % 7;
      t[i] = i % 3 == 0 ? "a" : "b";
      same[i] = "same";
    }
    return Tables.write(
        file,
        Tables.doubles("x", x),
        Tables.longs("n", n),
        Tables.words("t", t),
        Tables.words("constant", same));
  }

  /** Networks as small as those of the options. */
  static GanSettings settings() {
    GanSettings usual = GanSettings.MANY_ROWS;
    return new GanSettings(
        List.of(8),
        List.of(8),
        4,
        usual.prior(),
        32,
        usual.pack(),
        usual.loss(),
        usual.dropout(),
        usual.labelSmoothing(),
        usual.softBins(),
        usual.temperature(),
        usual.generatorOptimizer(),
        usual.discriminatorOptimizer(),
        usual.steadySteps(),
        usual.averaging());
  }

  /** The arguments of a training; options that are given again replace the usual ones. */
  static Object[] arguments(Path table, Path model, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("train", table, "-o", model));
    List<String> names = new ArrayList<>();
    for (Object option : more) {
      names.add(option.toString().replaceFirst("=.*", ""));
    }
    boolean resumes = names.contains("--resume");
    for (String option : OPTIONS) {
      String name = option.replaceFirst("=.*", "");
      if (!names.contains(name) && (!resumes || name.equals("--epochs"))) {
        arguments.add(option);
      }
    }
    arguments.addAll(List.of(more));
    return arguments.toArray();
  }

  static Outcome train(Path table, Path model, Object... more) {
    return Outcome.of(arguments(table, model, more));
  }
}
