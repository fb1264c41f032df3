package io.lanewise.gan;

import io.lanewise.container.Tensor;
import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.StructuralZeros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Structural zeros as a tensor: block, choice, later block and its choice, a row each. */
final class ZeroEntries {

  private static final int FIELDS = 4;

  /** By columns, then by choices. */
  private static final Comparator<StructuralZeros.Zero> ORDER =
      Comparator.comparingInt(StructuralZeros.Zero::block)
          .thenComparingInt(StructuralZeros.Zero::later)
          .thenComparingInt(StructuralZeros.Zero::choice)
          .thenComparingInt(StructuralZeros.Zero::laterChoice);

  private ZeroEntries() {}

  static Tensor write(StructuralZeros zeros) {
    long[] numbers = new long[zeros.zeros().size() * FIELDS];
    int at = 0;
    for (StructuralZeros.Zero zero : zeros.zeros()) {
      numbers[at++] = zero.block();
      numbers[at++] = zero.choice();
      numbers[at++] = zero.later();
      numbers[at++] = zero.laterChoice();
    }
    return Tensor.ofCounts(numbers, zeros.zeros().size(), FIELDS);
  }

  /** Fails if the tensor is of another shape or order, or names what the layout does not have. */
  static StructuralZeros read(Tensor tensor, RowLayout layout) {
    long[] numbers = tensor.toLongs();
    if (numbers.length % FIELDS != 0) {
      throw new IllegalArgumentException(
          "'zeros' has %d numbers, expected a multiple of %d".formatted(numbers.length, FIELDS));
    }
    List<StructuralZeros.Zero> zeros = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += FIELDS) {
      int block = index(numbers[i], layout.blocks().size());
      int later = index(numbers[i + 2], layout.blocks().size());
      zeros.add(
          new StructuralZeros.Zero(
              block,
              index(numbers[i + 1], layout.blocks().get(block).flags()),
              later,
              index(numbers[i + 3], layout.blocks().get(later).flags())));
    }
    for (int i = 1; i < zeros.size(); i++) {
      if (ORDER.compare(zeros.get(i - 1), zeros.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "'zeros' has %s after %s, expected a later one"
                .formatted(zeros.get(i), zeros.get(i - 1)));
      }
    }
    return new StructuralZeros(zeros);
  }

  private static int index(long number, int size) {
    if (number < 0 || number >= size) {
      throw new IllegalArgumentException(
          "'zeros' has %d, expected 0 to %d".formatted(number, size - 1));
    }
    return (int) number;
  }
}
