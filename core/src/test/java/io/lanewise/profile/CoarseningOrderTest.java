package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file may join symbols in any way: the ways that names rely on are told from the others. */
class CoarseningOrderTest {

  /** Codes: underflow, four bins, overflow, NaN, null, and all beyond. */
  private static final Bins BINS =
      new Bins(Stream.of("0", "1", "2", "3", "4").map(BigDecimal::new).toList(), Types.INT64);

  private static final Categories CATEGORIES =
      new Categories(Stream.of("a", "b", "c").map(Symbol::of).toList());

  private static boolean fits(Binning binning, int symbols, int... coarse) {
    byte[] bytes = new byte[coarse.length];
    for (int i = 0; i < coarse.length; i++) {
      bytes[i] = (byte) coarse[i];
    }
    return new Coarsening(bytes, symbols).fits(binning);
  }

  @Test
  void neighboursAreJoinedThenWhatIsMissingThenWhatLiesOutside() {
    assertTrue(fits(BINS, 4, 3, 0, 0, 1, 1, 3, 2, 2, 3));
    assertTrue(fits(BINS, 4, 0, 0, 1, 1, 1, 1, 2, 2, 3), "real values outside");
    assertTrue(fits(BINS, 6, 5, 0, 1, 2, 3, 5, 4, 4, 5));
    assertTrue(fits(BINS, 3, 2, 0, 0, 0, 0, 2, 1, 1, 2));
  }

  @Test
  void anyOtherOrderOfBinsIsRefused() {
    int[] good = {3, 0, 0, 1, 1, 3, 2, 2, 3};
    for (int code = 0; code < good.length; code++) {
      for (int symbol = 0; symbol < 4; symbol++) {
        int[] coarse = good.clone();
        coarse[code] = symbol;
        // The cut may lie elsewhere, and the values outside may count with the bin beside them.
        boolean cut = code == 2 || code == 3;
        boolean allowed =
            symbol == good[code]
                || (cut && symbol < 2)
                || (code == 0 && symbol == 0)
                || (code == 5 && symbol == 1);
        assertEquals(allowed, fits(BINS, 4, coarse), code + " as " + symbol);
      }
    }
    assertFalse(fits(BINS, 5, 4, 0, 0, 2, 2, 4, 3, 3, 4), "a symbol is left out");
    assertFalse(fits(BINS, 5, 4, 0, 1, 0, 2, 4, 3, 3, 4), "a step back");
    assertFalse(fits(BINS, 5, 4, 1, 1, 2, 2, 4, 3, 3, 4), "the first symbol is left out");
  }

  /** Codes: null, three values, and all beyond. */
  @Test
  void frequentCategoriesAreAloneInTheirOrder() {
    assertTrue(fits(CATEGORIES, 3, 2, 0, 2, 1, 2));
    assertTrue(fits(CATEGORIES, 5, 0, 1, 2, 3, 4));
    assertFalse(fits(CATEGORIES, 3, 2, 1, 2, 0, 2), "out of order");
    assertFalse(fits(CATEGORIES, 3, 2, 0, 0, 1, 2), "two are one");
    assertFalse(fits(CATEGORIES, 3, 2, 0, 2, 2, 2), "one is left out");
    assertFalse(fits(CATEGORIES, 3, 2, 0, 2, 2, 1), "others are alone");
  }

  @Test
  void oneSymbolFitsEverything() {
    assertTrue(Coarsening.TO_ONE.fits(BINS));
    assertTrue(Coarsening.TO_ONE.fits(CATEGORIES));
  }

  @Test
  void equalityIsThatOfTableAndNumber() {
    Coarsening two = new Coarsening(new byte[] {0, 1}, 2);
    assertEquals(two, new Coarsening(new byte[] {0, 1}, 2));
    assertEquals(two.hashCode(), new Coarsening(new byte[] {0, 1}, 2).hashCode());
    assertNotEquals(two, new Coarsening(new byte[] {0, 1}, 3));
    assertNotEquals(two, new Coarsening(new byte[] {1, 1}, 2));
    assertNotEquals(two, new Object());
    assertEquals("2 symbols: [0, 1]", two.toString());
  }
}
