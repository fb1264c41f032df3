package io.lanewise.bench.quality;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.gan.RowGenerator;
import io.lanewise.preview.ContactSheet;
import io.lanewise.preview.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Handwritten digits of 8 x 8 pixels, each a column of 0 to 16: do all ten classes come out, and
 * are generated digits as near to real ones as those are to each other?
 *
 * <p>The generator never sees a label. A generated digit gets that of the nearest real one, by the
 * sum of squares; a real digit that of the nearest other one, which tells how far that can be
 * trusted.
 */
final class DigitsQuality {

  private static final int PIXELS = 64;
  private static final int CLASSES = 10;
  private static final int GENERATED = 2_000;

  private DigitsQuality() {}

  static void run(Path folder, List<Long> seeds, Path picture, List<String> lines)
      throws IOException {
    List<int[]> real = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("digits.csv")).stream().skip(1).toList()) {
      real.add(Arrays.stream(line.split(",", -1)).mapToInt(Integer::parseInt).toArray());
    }
    lines.add(
        "| digits | seed | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | distance to the nearest, median |"
            + " 90 % | the same as a real one | epochs, best | seconds |");
    lines.add("|---|---:|" + "---:|".repeat(CLASSES) + "---:|---:|---:|---:|---:|");
    lines.add(line("real, by its label", "", Nearest.ofThemselves(real), "|"));
    for (long seed : seeds) {
      Trained trained = Trained.on(table(real), seed);
      List<int[]> made = made(trained.generator());
      String rest = String.format(Locale.ROOT, "%s | %.0f", trained.epochs(), trained.seconds());
      lines.add(line("generated", Long.toString(seed), Nearest.of(made, real), rest));
      System.err.println(lines.getLast());
      if (seed == seeds.getFirst()) {
        draw(made, picture);
      }
    }
  }

  private static String line(String what, String seed, List<Nearest> nearest, String rest) {
    int[] classes = new int[CLASSES];
    nearest.forEach(one -> classes[one.label]++);
    double[] distances = nearest.stream().mapToDouble(Nearest::distance).sorted().toArray();
    StringBuilder shares = new StringBuilder();
    for (int count : classes) {
      shares.append(String.format(Locale.ROOT, " %.1f %% |", 100.0 * count / nearest.size()));
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s |%s %.1f | %.1f | %.2f %% | %s |",
        what,
        seed,
        shares,
        distances[distances.length / 2],
        distances[distances.length * 9 / 10],
        100.0 * Arrays.stream(distances).filter(distance -> distance == 0).count() / nearest.size(),
        rest);
  }

  private static Table table(List<int[]> digits) {
    BatchBuilder batch = new BatchBuilder(digits.size());
    for (int i = 0; i < PIXELS; i++) {
      int pixel = i;
      batch.longs("pixel_" + i, digits.stream().mapToLong(digit -> digit[pixel]).toArray());
    }
    return Table.of("digits", List.of(batch.build()));
  }

  private static List<int[]> made(RowGenerator generator) {
    List<int[]> digits = new ArrayList<>();
    while (digits.size() < GENERATED) {
      try (ColumnBatch rows =
              generator.next(Math.min(RowGenerator.BATCH, GENERATED - digits.size()));
          Table table = Table.of("digits", List.of(rows))) {
        for (Object[] row : Rows.of(table).values()) {
          digits.add(Arrays.stream(row).mapToInt(pixel -> Math.toIntExact((Long) pixel)).toArray());
        }
      }
    }
    return digits;
  }

  private static void draw(List<int[]> digits, Path picture) throws IOException {
    double[] pixels =
        digits.stream().limit(100).flatMapToInt(Arrays::stream).asDoubleStream().toArray();
    Files.write(picture, PngWriter.png(new ContactSheet(8, 8, 0, 16, 4).draw(pixels, 100)));
  }

  /**
   * The real digit that is nearest to another one.
   *
   * @param label its label
   * @param distance root of the sum of squares of the differences
   */
  private record Nearest(int label, double distance) {

    static List<Nearest> of(List<int[]> digits, List<int[]> real) {
      return digits.stream().map(digit -> of(digit, real)).toList();
    }

    /** Of real digits among the others, each under its own label. */
    static List<Nearest> ofThemselves(List<int[]> real) {
      return real.stream()
          .map(
              digit -> {
                List<int[]> others = real.stream().filter(other -> other != digit).toList();
                return new Nearest(digit[PIXELS], of(digit, others).distance);
              })
          .toList();
    }

    private static Nearest of(int[] digit, List<int[]> real) {
      int[] nearest = real.getFirst();
      long least = Long.MAX_VALUE;
      for (int[] other : real) {
        long squares = 0;
        for (int i = 0; i < PIXELS; i++) {
          long difference = digit[i] - (long) other[i];
          squares += difference * difference;
        }
        if (squares < least) {
          least = squares;
          nearest = other;
        }
      }
      return new Nearest(nearest[PIXELS], Math.sqrt((double) least));
    }
  }
}
