package io.lanewise.report;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.ArrowWriter;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.arrow.OutputColumn;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.Treatment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** Scorecards of small tables, and their reports. */
final class Scores {

  static final ReportContext BITS = context(InformationUnit.BITS, List.of(), List.of());

  private Scores() {}

  static Scorecard of(List<OutputColumn> real, List<OutputColumn> generated) {
    return of(real, generated, PairPlan.AUTOMATIC);
  }

  static Scorecard of(List<OutputColumn> real, List<OutputColumn> generated, PairPlan pairs) {
    try {
      Path folder = Files.createTempDirectory("scores");
      Path realFile = folder.resolve("real.arrow");
      Path generatedFile = folder.resolve("generated.arrow");
      ArrowWriter.write(realFile, real, 1000);
      ArrowWriter.write(generatedFile, generated, 1000);
      Scorecard card = of(realFile, generatedFile, List.of(), pairs);
      Files.delete(realFile);
      Files.delete(generatedFile);
      Files.delete(folder);
      return card;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Scores these columns of two files, or all of them. */
  static Scorecard of(Path real, Path generated, List<String> columns, PairPlan pairs) {
    MemoryBudget budget = new MemoryBudget(1L << 28);
    Scorer scorer =
        new Scorer(
            new ColumnSelection(columns, List.of(), Map.of(), new Treatment.Automatic()),
            64,
            pairs,
            OptionalDouble.empty(),
            EntropyEstimator.MILLER_MADOW,
            0,
            1,
            Kernels.scalar());
    try (ArrowTable realTable = ArrowTable.open(List.of(real), budget);
        ArrowTable generatedTable = ArrowTable.open(List.of(generated), budget)) {
      return scorer.score(realTable, generatedTable);
    }
  }

  static ReportContext context(InformationUnit unit, List<String> explain, List<GateResult> gates) {
    return new ReportContext(
        "real.arrow",
        "generated.arrow",
        unit,
        false,
        OptionalDouble.empty(),
        false,
        EntropyEstimator.MILLER_MADOW,
        explain,
        gates,
        List.of(),
        "scalar",
        "test");
  }

  static String text(Scorecard card, ReportContext context) {
    return text(card, context, StandardCharsets.UTF_8);
  }

  static String text(Scorecard card, ReportContext context, Charset charset) {
    StringWriter out = new StringWriter();
    try {
      new TextReport(context, new Glyphs(charset)).write(card, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static String markdown(Scorecard card, ReportContext context) {
    StringWriter out = new StringWriter();
    try {
      new MarkdownReport(context).write(card, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static String json(Scorecard card, ReportContext context) {
    StringWriter out = new StringWriter();
    try {
      new JsonReport(context).write(card, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * A column of words, given as often as they occur: "a", 3, "b", 2; null for the missing value.
   */
  static OutputColumn words(String name, Object... wordsAndCounts) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < wordsAndCounts.length; i += 2) {
      for (int row = 0; row < (Integer) wordsAndCounts[i + 1]; row++) {
        values.add((String) wordsAndCounts[i]);
      }
    }
    return words(name, values);
  }

  static OutputColumn words(String name, List<String> values) {
    List<String> distinct = values.stream().filter(Objects::nonNull).distinct().toList();
    BitSet nulls = new BitSet();
    int[] indices = new int[values.size()];
    for (int row = 0; row < indices.length; row++) {
      nulls.set(row, values.get(row) == null);
      indices[row] = values.get(row) == null ? 0 : distinct.indexOf(values.get(row));
    }
    return new OutputColumn.Words(
        name, indices, distinct.isEmpty() ? List.of("") : distinct, nulls);
  }
}
