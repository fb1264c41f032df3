package io.lanewise.bench.quality;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.Summary;
import io.lanewise.gan.RowGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Adult table: trained on the rows whose index is no multiple of 5, scored against the others,
 * beside the rows that CTGAN made of the whole table and beside the training rows themselves, which
 * are the ceiling; and whether rows are copied.
 */
final class AdultQuality {

  /** As many rows as CTGAN's table has. */
  private static final int GENERATED = 39_040;

  private AdultQuality() {}

  static void run(Path data, List<Long> seeds, List<String> lines) {
    Rows real = Rows.read(data.resolve("real.arrow"));
    Rows training = real.where(row -> row % 5 != 0);
    Rows held = real.where(row -> row % 5 == 0);
    Rows ctgan = Rows.read(data.resolve("ctgan.zstd.arrow"));
    lines.add(
        "| rows | seed | column fidelity | pair fidelity | lost dependence | invented | epochs, best"
            + " | seconds | same as a training row | distance to the nearest, median | 1 %"
            + " | nearer to a training row than to one of as many held-out |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    Copies copies = new Copies(training, held);
    lines.add(line("training rows", "", held, training, "", "", ""));
    lines.add(line("held-out rows", "", held, held, "", "", copies.of(held)));
    lines.add(line("CTGAN", "", held, ctgan, "", "", copies.of(ctgan)));
    for (long seed : seeds) {
      Trained trained = Trained.on(training.table("training"), seed);
      Rows made = made(trained.generator());
      String seconds = String.format(Locale.ROOT, "%.0f", trained.seconds());
      lines.add(
          line(
              "Lanewise",
              Long.toString(seed),
              held,
              made,
              trained.epochs(),
              seconds,
              copies.of(made)));
      System.err.println(lines.getLast());
    }
  }

  private static Rows made(RowGenerator generator) {
    List<ColumnBatch> batches = new ArrayList<>();
    for (int left = GENERATED; left > 0; left -= RowGenerator.BATCH) {
      batches.add(generator.next(Math.min(left, RowGenerator.BATCH)));
    }
    try (Table table = Table.of("generated", batches)) {
      return Rows.of(table);
    }
  }

  private static String line(
      String what,
      String seed,
      Rows held,
      Rows rows,
      String epochs,
      String seconds,
      String copies) {
    Summary summary = Scorer.ofDefaults().score(held.table("held out"), rows.table(what)).summary();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %.4f | %.4f | %s | %s | %s |",
        what,
        seed,
        summary.columnFidelity().orElseThrow(),
        summary.pairFidelity().orElseThrow(),
        summary.lostDependence().orElseThrow(),
        summary.inventedDependence().orElseThrow(),
        epochs,
        seconds,
        copies.isEmpty() ? "| | |" : copies);
  }
}
