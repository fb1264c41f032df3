package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.DataException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A refusal says where, and nothing but a refusal comes of the data. */
class PlaceTest {

  private static final Place FILE = Place.of("a.arrow");

  private static String refused(Throwable cause) {
    var refusal = assertInstanceOf(DataException.class, FILE.failure(cause));
    assertSame(cause, refusal.getCause());
    return refusal.getMessage();
  }

  @Test
  void aRefusalNamesSourcePartAndColumn() {
    assertEquals("a.arrow: odd", FILE.refusal("odd").getMessage());
    assertEquals("a.arrow: batch 3: odd", FILE.batch(3).refusal("odd").getMessage());
    assertEquals("a.arrow: dictionary -1: odd", FILE.dictionary(-1).refusal("odd").getMessage());
    assertEquals(
        "a.arrow: batch 3: column \"x\": odd",
        FILE.batch(3).column("x").refusal("odd").getMessage());
  }

  @Test
  void aHundredLettersOfANameAreShown() {
    String name = "n".repeat(100);
    assertEquals("a.arrow: column \"" + name + "\": odd", message(name));
    assertEquals("a.arrow: column \"" + name + "…\": odd", message(name + "m"));
  }

  private static String message(String column) {
    return FILE.column(column).refusal("odd").getMessage();
  }

  @Test
  void everyFailureOfTheDataIsARefusal() {
    assertEquals("a.arrow: odd", refused(new MalformedException("odd")));
    assertEquals("a.arrow: cannot be read: broken pipe", refused(new IOException("broken pipe")));
    assertEquals(
        "a.arrow: needs more memory than the Java heap has left", refused(new OutOfMemoryError()));
    assertEquals("a.arrow: was cut or changed while it was read", refused(new InternalError()));
    assertEquals(
        "a.arrow: damaged: it points outside itself", refused(new IndexOutOfBoundsException("7")));
    assertEquals(
        "a.arrow: damaged: a size in it is too large", refused(new ArithmeticException("7")));
    assertEquals("a.arrow: damaged", refused(new ClassCastException("A is no B")));
  }

  @Test
  void otherFailuresStayAsTheyAre() {
    var closed = new IllegalStateException("closed");
    var full = new SpoolException(new IOException("no space left on device"));
    var known = FILE.refusal("odd");
    assertSame(closed, FILE.failure(closed));
    assertSame(full, FILE.failure(full));
    assertSame(known, FILE.batch(1).failure(known));
    assertEquals("a temporary file cannot be written: no space left on device", full.getMessage());
  }

  @Test
  void theGuardLetsValuesThroughAndRefusalsOut() {
    assertEquals(7, FILE.guard(() -> 7));
    assertThrows(
        DataException.class,
        () ->
            FILE.guard(
                () -> {
                  throw new OutOfMemoryError();
                }));
    assertThrows(
        DataException.class,
        () ->
            FILE.guard(
                () -> {
                  throw new MalformedException("odd");
                }));
  }
}
