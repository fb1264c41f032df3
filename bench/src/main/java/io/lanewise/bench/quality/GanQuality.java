package io.lanewise.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Trains and measures: {@code gaussians|adult|digits FILE.md SEEDS [DATA]}. */
public final class GanQuality {

  private GanQuality() {}

  /** Writes a table of results. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.err.println("usage: gaussians|adult|digits FILE.md SEEDS [DATA]");
      System.exit(2);
    }
    List<Long> seeds = LongStream.rangeClosed(1, Long.parseLong(arguments[2])).boxed().toList();
    List<String> lines = new ArrayList<>();
    switch (arguments[0]) {
      case "gaussians" -> GaussianQuality.run(seeds, lines);
      case "adult" -> AdultQuality.run(Path.of(arguments[3]), seeds, lines);
      case "digits" ->
          DigitsQuality.run(Path.of(arguments[3]), seeds, Path.of(arguments[1] + ".png"), lines);
      default -> throw new IllegalArgumentException("no problem '" + arguments[0] + "'");
    }
    Files.write(Path.of(arguments[1]), lines);
  }
}
