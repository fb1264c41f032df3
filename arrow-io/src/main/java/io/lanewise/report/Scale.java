package io.lanewise.report;

/** How a number that was computed in nats is shown in a unit. */
public enum Scale {
  /** A whole number. */
  COUNT(""),
  /** The same in every unit. */
  PLAIN(""),
  /** In nats whatever the unit, because its customary thresholds are. */
  NATS("nats"),
  /** Computed in nats, shown in the unit. */
  INFORMATION("") {
    @Override
    double shown(double value, InformationUnit unit) {
      return unit.of(value);
    }

    @Override
    String label(InformationUnit unit) {
      return unit.label();
    }
  },
  /** The square root of information in the unit. */
  ROOT("") {
    @Override
    double shown(double value, InformationUnit unit) {
      return Math.sqrt(unit.of(value));
    }
  };

  private final String label;

  Scale(String label) {
    this.label = label;
  }

  /** The number in the unit. */
  double shown(double value, InformationUnit unit) {
    return value;
  }

  /** What stands behind the number, empty where it has no unit. */
  String label(InformationUnit unit) {
    return label;
  }
}
