package io.lanewise.evaluate;

import io.lanewise.measure.DivergenceTerms;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Breaks divergences down into what each symbol costs. */
final class Contributions {

  private Contributions() {}

  /**
   * The symbols that occur, the costliest by JS first, equals in their order.
   *
   * @param real counts of the real data
   * @param generated counts of the generated data
   * @param symbols names of a symbol
   * @return empty if a side has no rows
   */
  static List<Contribution> of(
      long[] real, long[] generated, IntFunction<List<@Nullable String>> symbols) {
    if (isEmpty(real) || isEmpty(generated)) {
      return List.of();
    }
    double[] klRealGenerated = DivergenceTerms.klDivergence(real, generated);
    double[] klGeneratedReal = DivergenceTerms.klDivergence(generated, real);
    double[] js = DivergenceTerms.jsDivergence(real, generated);
    return IntStream.range(0, real.length)
        .filter(i -> real[i] > 0 || generated[i] > 0)
        .boxed()
        // The sort is stable.
        .sorted(Comparator.comparingDouble((Integer i) -> js[i]).reversed())
        .map(
            i ->
                new Contribution(
                    symbols.apply(i),
                    real[i],
                    generated[i],
                    klRealGenerated[i],
                    klGeneratedReal[i],
                    js[i]))
        .toList();
  }

  private static boolean isEmpty(long[] counts) {
    return Arrays.stream(counts).allMatch(count -> count == 0);
  }
}
