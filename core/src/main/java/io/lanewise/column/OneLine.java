package io.lanewise.column;

/**
 * The words of a message, fit for one line of a terminal.
 *
 * <p>Names, values and messages of libraries come from the data, and may hold line ends or escape
 * sequences.
 */
public final class OneLine {

  private OneLine() {}

  /**
   * The text with its control characters (U+0000 to U+001F, U+007F to U+009F) and the line and
   * paragraph separators U+2028 and U+2029 as in {@code \}{@code u001b}.
   */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
