package io.lanewise.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a symbol of a column, or a cell of a pair, costs. Information in nats.
 *
 * @param symbols the value or range of values of each column, null for the missing value: one of a
 *     column, two of a pair
 * @param real rows of the real data
 * @param generated rows of the generated data
 * @param klRealGenerated its share of {@code KL(p|q)}; infinite where it is missing
 * @param klGeneratedReal its share of {@code KL(q|p)}; infinite where it is unseen
 * @param js its share of the JS divergence
 */
public record Contribution(
    List<@Nullable String> symbols,
    long real,
    long generated,
    double klRealGenerated,
    double klGeneratedReal,
    double js) {

  /** Whether the generated data has it and the real data does not. */
  public boolean unseen() {
    return real == 0;
  }

  /** Whether the real data has it and the generated data does not. */
  public boolean missing() {
    return generated == 0;
  }
}
