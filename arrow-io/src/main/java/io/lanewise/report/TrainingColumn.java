package io.lanewise.report;

import io.lanewise.gan.TrainingMeasure;

/** A measure of a training as a column of text: two words above each other, and its places. */
enum TrainingColumn {
  EPOCH(TrainingMeasure.EPOCH, "", "epoch", 6),
  DISCRIMINATOR_LOSS(TrainingMeasure.DISCRIMINATOR_LOSS, "loss", "D", 6),
  GENERATOR_LOSS(TrainingMeasure.GENERATOR_LOSS, "loss", "G", 6),
  VALUE(TrainingMeasure.VALUE, "", "V", 7),
  MEAN_REAL(TrainingMeasure.MEAN_REAL, "D of", "real", 6),
  MEAN_GENERATED(TrainingMeasure.MEAN_GENERATED, "D of", "gen", 6),
  ACCURACY(TrainingMeasure.ACCURACY, "D is", "right", 6),
  JS_BOUND(TrainingMeasure.JS_BOUND, "JS", "bound", 6),
  JS(TrainingMeasure.JS, "JS", "cols", 6),
  PAIR_JS(TrainingMeasure.PAIR_JS, "JS", "pairs", 6),
  KL_REAL_GENERATED(TrainingMeasure.KL_REAL_GENERATED, "KL", "r|g", 6),
  KL_GENERATED_REAL(TrainingMeasure.KL_GENERATED_REAL, "KL", "g|r", 6),
  ENTROPY_REAL(TrainingMeasure.ENTROPY_REAL, "H", "real", 6),
  ENTROPY_GENERATED(TrainingMeasure.ENTROPY_GENERATED, "H", "gen", 6),
  COVERED(TrainingMeasure.COVERED, "", "cover", 6),
  SCORE(TrainingMeasure.SCORE, "", "score", 7);

  private final TrainingMeasure measure;
  private final String above;
  private final String heading;
  private final int width;

  TrainingColumn(TrainingMeasure measure, String above, String heading, int width) {
    this.measure = measure;
    this.above = above;
    this.heading = heading;
    this.width = width;
  }

  TrainingMeasure measure() {
    return measure;
  }

  String above() {
    return above;
  }

  String heading() {
    return heading;
  }

  int width() {
    return width;
  }
}
