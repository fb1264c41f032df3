package io.lanewise.report;

import io.lanewise.column.OneLine;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes JSON without the characters that give orders to a terminal: those of names and values are
 * escaped, which readers of JSON do not notice. Line feeds between the tokens stay.
 *
 * <p>A writer of JSON escapes the characters below U+0020 in strings itself, and outside of strings
 * there are no others; so what is left is in strings. Halves of a character come in any two writes;
 * one without the other is escaped, as no charset has it.
 */
final class PlainWriter extends Writer {

  private final Writer out;

  /** The first half of a character whose second half has not come; 0 if there is none. */
  private char half;

  PlainWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int from, int count) throws IOException {
    StringBuilder plain = new StringBuilder(count);
    for (int i = from; i < from + count; i++) {
      char c = text[i];
      char first = half;
      half = 0;
      if (Character.isLowSurrogate(c) && first != 0) {
        append(plain, Character.toCodePoint(first, c));
        continue;
      }
      if (first != 0) {
        append(plain, first);
      }
      if (Character.isHighSurrogate(c)) {
        half = c;
      } else {
        append(plain, c);
      }
    }
    out.append(plain);
  }

  private static void append(StringBuilder plain, int point) {
    boolean alone = Character.getType(point) == Character.SURROGATE;
    if (point != '\n' && (alone || OneLine.isControl(point))) {
      OneLine.appendNumber(plain, point);
    } else {
      plain.appendCodePoint(point);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** The writer below is its owner's to close. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
