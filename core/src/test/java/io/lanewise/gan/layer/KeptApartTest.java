package io.lanewise.gan.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.StructuralZeros;
import io.lanewise.gan.codec.StructuralZeros.Zero;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** A row head keeps choices apart that do not go together. */
class KeptApartTest {

  private static final RowLayout LAYOUT =
      new RowLayout(
          List.of(
              new RowLayout.Block(0, Collections.nCopies(2, new RowLayout.Single())),
              new RowLayout.Block(2, Collections.nCopies(3, new RowLayout.Single())),
              new RowLayout.Block(5, Collections.nCopies(3, new RowLayout.Single()))));

  /** The first keeps the last from its first choice, the second from its second. */
  private static final List<Zero> ZEROS = List.of(new Zero(0, 0, 2, 0), new Zero(1, 1, 2, 1));

  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1L);

  private static Pass pass(List<Zero> zeros, double temperature, float... sums) {
    LayerSpec head = new LayerSpec.RowHead(LAYOUT, new StructuralZeros(zeros), temperature, false);
    int rows = sums.length / LAYOUT.width();
    Pass pass = Network.zero(LAYOUT.width(), List.of(head)).pass(rows, Kernels.scalar());
    System.arraycopy(sums, 0, pass.input().values(), 0, sums.length);
    return pass;
  }

  private float[] chosen(List<Zero> zeros, float... sums) {
    Pass pass = pass(zeros, 0.5, sums);
    pass.forward(Mode.INFERENCE, random);
    return pass.output().values();
  }

  @Test
  void theLargestOfWhatGoesTogetherIsChosen() {
    assertArrayEquals(new float[] {1, 0, 0, 1, 0, 0, 0, 1}, chosen(ZEROS, 2, 1, 0, 5, 0, 9, 8, 7));
    assertArrayEquals(new float[] {0, 1, 0, 1, 0, 1, 0, 0}, chosen(ZEROS, 1, 2, 0, 5, 0, 8, 9, 7));
  }

  @Test
  void rowsWithoutSuchAChoiceAreAsTheyWere() {
    float[] sums = {1, 2, 0, 0, 5, 8, 9, 7};
    assertArrayEquals(chosen(List.of(), sums), chosen(ZEROS, sums));
  }

  @Test
  void whereNothingIsLeftAllIs() {
    List<Zero> all = List.of(new Zero(0, 0, 1, 0), new Zero(0, 0, 1, 1), new Zero(0, 0, 1, 2));
    assertArrayEquals(new float[] {1, 0, 0, 1, 0, 1, 0, 0}, chosen(all, 2, 1, 0, 5, 0, 9, 8, 7));
  }

  /** Many rows at once: none has both, and other rows are as they were. */
  @Test
  void noRowHasBoth() {
    float[] sums = new float[500 * LAYOUT.width()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = random.nextFloat() - 0.5f;
    }
    float[] rows = chosen(ZEROS, sums);
    float[] free = chosen(List.of(), sums);
    int changed = 0;
    for (int at = 0; at < rows.length; at += LAYOUT.width()) {
      for (Zero zero : ZEROS) {
        int first = at + LAYOUT.blocks().get(zero.block()).from() + zero.choice();
        int second = at + LAYOUT.blocks().get(zero.later()).from() + zero.laterChoice();
        assertEquals(0, rows[first] * rows[second]);
        changed += (int) (free[first] * free[second]);
      }
    }
    // Each of the two in a sixth and a ninth of the rows: 139 are to be expected.
    assertTrue(changed > 50, changed + " rows had both");
  }

  /** The derivative is that of a softmax over what is left, and nothing goes to what is not. */
  @Test
  void whatIsKeptAwayLearnsNothing() {
    Pass pass = pass(ZEROS, 1, 2, 1, 0, 5, 0, 9, 8, 7);
    pass.forward(Mode.TRAINING, random);
    Arrays.fill(pass.outputGradient().values(), 0);
    pass.outputGradient().values()[7] = 1;
    pass.backward(true, true);
    // Choices 0 and 1 of the last column are out: of one choice the softmax does not move.
    for (float slope : pass.inputGradient().values()) {
      assertEquals(0.0, slope, 0.0);
    }
    Pass other = pass(ZEROS, 1, 2, 1, 5, 0, 0, 9, 8, 7);
    other.forward(Mode.TRAINING, random);
    Arrays.fill(other.outputGradient().values(), 0);
    other.outputGradient().values()[7] = 1;
    other.backward(true, true);
    double share = 1 / (1 + Math.exp(1));
    float[] slopes = other.inputGradient().values();
    assertEquals(0.0, slopes[5], 0.0);
    assertEquals(-share * (1 - share), slopes[6], 1e-7);
    assertEquals(share * (1 - share), slopes[7], 1e-7);
  }
}
