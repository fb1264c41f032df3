package io.lanewise.profile;

import static io.lanewise.profile.Types.DATE32;
import static io.lanewise.profile.Types.FLOAT64;
import static io.lanewise.profile.Types.INT64;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.ColumnType;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How neighbouring bins read that are joined to one. */
class BinRangeLabelsTest {

  private static Bins bins(ColumnType type, String... edges) {
    return new Bins(Stream.of(edges).map(BigDecimal::new).toList(), type);
  }

  /** The bins hold 0, 1, 2 to 4, and 5 to 9. */
  @Test
  void aRangeEndsWithItsLastValueOrBeforeTheNext() {
    Bins bins = bins(INT64, "0", "1", "2", "5", "9");
    assertEquals("< 0", bins.label(0, 0, INT64));
    assertEquals("<= 0", bins.label(0, 1, INT64));
    assertEquals("<= 1", bins.label(0, 2, INT64));
    assertEquals("< 5", bins.label(0, 3, INT64));
    assertEquals("<= 9", bins.label(0, 4, INT64));
    assertEquals("any", bins.label(0, 5, INT64));
    assertEquals("0", bins.label(1, 1, INT64));
    assertEquals("[0, 1]", bins.label(1, 2, INT64));
    assertEquals("[0, 5)", bins.label(1, 3, INT64));
    assertEquals("[0, 9]", bins.label(1, 4, INT64));
    assertEquals(">= 0", bins.label(1, 5, INT64));
    assertEquals("[1, 5)", bins.label(2, 3, INT64));
    assertEquals("[2, 9]", bins.label(3, 4, INT64));
    assertEquals(">= 5", bins.label(4, 5, INT64));
  }

  /** 3 has a bin of its own at the end, which is closed. */
  @Test
  void aSingleLastValueClosesTheRange() {
    Bins bins = bins(INT64, "0", "3", "3");
    assertEquals("[0, 3]", bins.label(1, 2, INT64));
    assertEquals("<= 3", bins.label(0, 2, INT64));
    assertEquals(">= 3", bins.label(2, 3, INT64));
    assertEquals("< 3", bins.label(0, 1, INT64));
  }

  @Test
  void doublesAreSeldomAlone() {
    Bins bins = bins(FLOAT64, "0", "1", "2");
    assertEquals("< 1.0", bins.label(0, 1, FLOAT64));
    assertEquals("[0.0, 2.0]", bins.label(1, 2, FLOAT64));
  }

  /** Labels are kept from one question to the next, but not from one type to another. */
  @Test
  void everyTypeReadsItsOwnWay() {
    Bins bins = bins(INT64, "0", "10", "20");
    for (int round = 0; round < 2; round++) {
      assertEquals("[0, 20]", bins.label(1, 2, INT64));
      assertEquals("[1970-01-01, 1970-01-21]", bins.label(1, 2, DATE32));
    }
  }
}
