package io.lanewise.gan;

/**
 * What is known of a training after some epochs. Information is in nats, as everywhere inside; who
 * shows it says the unit.
 */
public enum TrainingMeasure {
  /** Epochs so far. */
  EPOCH("epoch", Unit.COUNT, "times that as many rows as there are were looked at"),
  /** Steps so far. */
  STEPS("steps", Unit.COUNT, "steps of either network"),
  /** Loss of the discriminator. */
  DISCRIMINATOR_LOSS(
      "discriminator_loss",
      Unit.NATS,
      "mean of -ln D(x) - ln(1 - D(G(z))) over the steps since the line before"),
  /** Loss of the generator. */
  GENERATOR_LOSS(
      "generator_loss", Unit.NATS, "mean of what the generator minimises over the same steps"),
  /** The value function. */
  VALUE(
      "value",
      Unit.NATS,
      "V = E ln D(x) + E ln(1 - D(G(z))) on rows that neither network learns from; -ln 4 ="
          + " -1.386 of who cannot tell"),
  /** What D says of real rows. */
  MEAN_REAL("mean_d_real", Unit.SHARE, "mean of D over these real rows"),
  /** What D says of generated rows. */
  MEAN_GENERATED("mean_d_generated", Unit.SHARE, "mean of D over as many generated rows"),
  /** How often D is right. */
  ACCURACY("accuracy", Unit.SHARE, "share of both that D takes for what they are; 0.5 is chance"),
  /** A lower limit of the divergence of rows. */
  JS_BOUND(
      "js_bound",
      Unit.INFORMATION,
      "with 95 % confidence the JS divergence of rows is at least this: (V + ln 4) / 2k, k rows a"
          + " pack, less 1.645 standard errors of that; at least 0"),
  /** JS divergence of columns. */
  JS(
      "js",
      Unit.INFORMATION,
      "mean over columns of the JS divergence of generated from held-out rows, less what chance"
          + " adds"),
  /** JS divergence of pairs. */
  PAIR_JS(
      "pair_js",
      Unit.INFORMATION,
      "mean over pairs of columns of the JS divergence, less that of a perfect generator with as"
          + " many rows; at least 0"),
  /** What the generated rows lack. */
  KL_REAL_GENERATED(
      "kl_real_generated",
      Unit.INFORMATION,
      "mean over columns of KL(real|generated), half a row added to every symbol: grows with modes"
          + " that are missing"),
  /** What the real rows never have. */
  KL_GENERATED_REAL(
      "kl_generated_real",
      Unit.INFORMATION,
      "mean over columns of KL(generated|real), half a row added to every symbol: grows with"
          + " nonsense"),
  /** Variety of the real rows. */
  ENTROPY_REAL(
      "entropy_real", Unit.INFORMATION, "mean over pairs of the joint entropy of held-out rows"),
  /** Variety of the generated rows. */
  ENTROPY_GENERATED(
      "entropy_generated",
      Unit.INFORMATION,
      "the same of generated rows: less where variety is lost"),
  /** How much of the real data is reached. */
  COVERED(
      "covered",
      Unit.SHARE,
      "share of held-out rows, mean over pairs, in cells of at least 5 of them that the generator"
          + " fills to at least a quarter"),
  /** Fidelity. */
  FIDELITY(
      "fidelity",
      Unit.SHARE,
      "mean of 1 - JS in bits over columns and over pairs, as score tells it"),
  /** Dependence lost or invented. */
  MI_CHANGE(
      "mi_change",
      Unit.INFORMATION,
      "mean over pairs of how far their mutual information is from that of held-out rows, up or"
          + " down, beyond twice its standard error"),
  /** What the best generator has most of. */
  SCORE(
      "score",
      Unit.SHARE,
      "fidelity less mi_change in bits: the generator with the highest is kept");

  /** What a measure is counted in. */
  public enum Unit {
    /** A number of things. */
    COUNT,
    /** A loss or a value, always in nats. */
    NATS,
    /** Information, in nats here, shown in bits or nats. */
    INFORMATION,
    /** Between 0 and 1. */
    SHARE
  }

  private final String key;
  private final Unit unit;
  private final String definition;

  TrainingMeasure(String key, Unit unit, String definition) {
    this.key = key;
    this.unit = unit;
    this.definition = definition;
  }

  /** Its name in logs, rules and model files. */
  public String key() {
    return key;
  }

  /** What it is counted in. */
  public Unit unit() {
    return unit;
  }

  /** What it is, in a line. */
  public String definition() {
    return definition;
  }
}
