package io.lanewise.arrow;

import io.lanewise.column.DataException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where in the input something is: the one boundary that turns whatever goes wrong there into a
 * {@link DataException} of one line.
 *
 * @param source path, or {@code stdin}
 * @param part batch or dictionary of the source, null for the whole
 * @param column name of the column, null for all
 */
record Place(String source, @Nullable String part, @Nullable String column) {

  /** Longest column name that a message shows. */
  private static final int SHOWN_NAME = 100;

  static Place of(String source) {
    return new Place(source, null, null);
  }

  Place batch(int index) {
    return new Place(source, "batch " + index, null);
  }

  Place dictionary(long id) {
    return new Place(source, "dictionary " + id, null);
  }

  Place column(String name) {
    return new Place(source, part, name);
  }

  /** Runs {@code work}, letting nothing but a {@link DataException} out on account of the data. */
  <T> T guard(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | OutOfMemoryError | InternalError e) {
      throw failure(e);
    }
  }

  /** A refusal of what is at this place. */
  DataException refusal(String what) {
    return refusal(what, null);
  }

  /**
   * What to throw for {@code e}. An {@link IllegalStateException} is handed back: only the use of a
   * closed table raises one, which is not the data's fault.
   */
  RuntimeException failure(Throwable e) {
    return switch (e) {
      case DataException data -> data;
      case SpoolException spool -> spool;
      case IllegalStateException closed -> closed;
      case MalformedException malformed ->
          refusal(String.valueOf(malformed.getMessage()), malformed);
      case OutOfMemoryError full -> refusal("needs more memory than the Java heap has left", full);
      case InternalError fault -> refusal("was cut or changed while it was read", fault);
      case NoSuchFileException missing -> refusal("no such file", missing);
      case AccessDeniedException denied -> refusal("permission denied", denied);
      case IOException io -> refusal("cannot be read: " + io.getMessage(), io);
      case IndexOutOfBoundsException outside ->
          refusal("damaged: it points outside itself", outside);
      case ArithmeticException overflow -> refusal("damaged: a size in it is too large", overflow);
      default -> refusal("damaged", e);
    };
  }

  /** A refusal of what is at this place, and what caused it. */
  DataException refusal(String what, @Nullable Throwable cause) {
    return new DataException(head() + what, cause);
  }

  private String head() {
    var head = new StringBuilder(source).append(": ");
    if (part != null) {
      head.append(part).append(": ");
    }
    if (column != null) {
      String shown = column.length() <= SHOWN_NAME ? column : column.substring(0, SHOWN_NAME) + "…";
      head.append("column \"").append(shown).append("\": ");
    }
    return head.toString();
  }
}
