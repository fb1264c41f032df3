package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.rows;
import static io.lanewise.column.MemoryColumn.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.MemoryTable;
import org.junit.jupiter.api.Test;

/** A profile of no rows adds nothing, except that what was folded stays so. */
class EmptyProfileTest {

  private static final MemoryTable FEW = MemoryTable.of("few", texts("t", "a", "b", "a"));

  private final Reference reference = Fits.reference(FEW, 1);
  private final Profile few = Fits.profile(FEW, reference, 1);

  @Test
  void noRowsAddNothing() {
    Profile empty = Profile.empty(reference);
    assertEquals(few, empty.plus(few));
    assertEquals(few, few.plus(empty));
    assertEquals(empty, empty.plus(empty));
    assertEquals(few, few.minus(empty));
  }

  @Test
  void whatWasFoldedFolds() {
    MemoryTable many =
        MemoryTable.of("many", texts("t", rows(Categories.CAP + 1, row -> "v" + row)));
    Profile folded = Fits.profile(many, reference, 1);
    Profile nothing = folded.minus(folded);
    assertEquals(0, nothing.rows());
    assertTrue(((CategoryCounts) nothing.columns().getFirst()).isFolded());
    CategoryCounts expected = ((CategoryCounts) few.columns().getFirst()).folded();
    assertEquals(expected, few.plus(nothing).columns().getFirst());
    assertEquals(expected, nothing.plus(few).columns().getFirst());
  }

  @Test
  void anotherReferenceIsNamedBeforeAnything() {
    Profile other = Profile.empty(Fits.reference(MemoryTable.of("o", texts("t", "c")), 1));
    String message =
        assertThrows(IllegalArgumentException.class, () -> few.minus(other)).getMessage();
    assertTrue(message.startsWith("profiles of different references: "), message);
    assertThrows(IllegalArgumentException.class, () -> few.plus(other));
  }
}
