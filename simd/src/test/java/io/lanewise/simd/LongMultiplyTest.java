package io.lanewise.simd;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;

/**
 * JDK-8384963: the optimising compiler takes a mask of leading ones for one that leaves 32 bits,
 * and multiplies only these. Lanes are wrong and nothing tells, in vector code and in plain loops.
 *
 * <p>Pinned, so that it is known whether the JDK that tests run on has it: no kernel may multiply
 * longs while one does. Seen in 25.0.3 on x86, with vectors of 128, 256 and 512 bits; shifts, and
 * masks that really leave 32 bits, are right there.
 */
class LongMultiplyTest {

  /** The version that is known to have it. */
  private static final Runtime.Version AFFECTED = Runtime.Version.parse("25.0.3");

  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final long MASK = -2;
  private static final int LENGTH = 1024;

  /** Time for the optimising compiler, on a busy machine too. */
  private static final long MOST_NANOS = 20_000_000_000L;

  private final long[] x = new Random(1).longs(LENGTH).toArray();
  private final long[] y = new Random(2).longs(LENGTH).toArray();

  private interface Loop {
    void multiply(long[] x, long[] y, long[] product);
  }

  @Test
  void maskedVectors() {
    assertKnown("vectors", LongMultiplyTest::vectors);
  }

  @Test
  void maskedLongsInAPlainLoop() {
    assertKnown("a plain loop", LongMultiplyTest::plain);
  }

  @Test
  void noKernelMultipliesLongs() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "multiply longs, which JDK-8384963 gets wrong",
                call ->
                    call.getTargetOwner().isEquivalentTo(LongVector.class)
                        && call.getName().equals("mul")))
        .orShould()
        .accessField(VectorOperators.class, "MUL")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.lanewise.simd"));
  }

  private void assertKnown(String where, Loop loop) {
    String mode = System.getProperty("java.vm.info", "");
    assumeFalse(
        mode.startsWith("interpreted") || mode.contains("emulated-client"),
        "only the optimising compiler has it");
    int wrong = wrongLanes(loop);
    Runtime.Version version = Runtime.version();
    boolean known =
        version.feature() == AFFECTED.feature()
            && version.update() == AFFECTED.update()
            && System.getProperty("os.arch").equals("amd64");
    assumeTrue(
        known,
        () -> "JDK %s, %s: %d lanes of %d are wrong".formatted(version, where, wrong, LENGTH));
    assertTrue(
        wrong > 0,
        () -> "JDK-8384963 is not seen in %s of JDK %s: remove this pin".formatted(where, version));
  }

  /**
   * Lanes that the loop gets wrong once it is compiled; 0 if it gets none wrong in all the time.
   */
  private int wrongLanes(Loop loop) {
    long[] expected = new long[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      expected[i] = low(x[i] & MASK, y[i] & MASK);
    }
    long[] product = new long[LENGTH];
    long end = System.nanoTime() + MOST_NANOS;
    int wrong = 0;
    while (wrong == 0 && System.nanoTime() - end < 0) {
      loop.multiply(x, y, product);
      for (int i = 0; i < LENGTH; i++) {
        wrong += product[i] == expected[i] ? 0 : 1;
      }
    }
    return wrong;
  }

  /** The low 64 bits of a product, from products of 32 bits, which are right. */
  private static long low(long x, long y) {
    long cross = (x >>> 32) * (y & 0xffffffffL) + (x & 0xffffffffL) * (y >>> 32);
    return (x & 0xffffffffL) * (y & 0xffffffffL) + (cross << 32);
  }

  private static void vectors(long[] x, long[] y, long[] product) {
    for (int i = 0; i < x.length; i += SPECIES.length()) {
      LongVector masked = LongVector.fromArray(SPECIES, x, i).and(MASK);
      masked.mul(LongVector.fromArray(SPECIES, y, i).and(MASK)).intoArray(product, i);
    }
  }

  private static void plain(long[] x, long[] y, long[] product) {
    for (int i = 0; i < x.length; i++) {
      product[i] = (x[i] & MASK) * (y[i] & MASK);
    }
  }
}
