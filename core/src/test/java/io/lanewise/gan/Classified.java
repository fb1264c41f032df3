package io.lanewise.gan;

import io.lanewise.column.Table;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.kernel.Kernels;

/** Tests of all columns that two tables have in common. */
final class Classified {

  private Classified() {}

  static ClassifierTest test(
      Table real,
      Table generated,
      ClassifierSettings settings,
      long seed,
      int threads,
      Kernels kernels) {
    return ClassifierTest.of(
        real,
        generated,
        ColumnMatching.of(real.schema(), generated.schema(), ColumnSelection.ALL),
        settings,
        seed,
        threads,
        kernels);
  }
}
