package io.lanewise.column;

/**
 * The words of a message, fit for one line of a terminal.
 *
 * <p>Names, values and messages of libraries come from the data, and may hold line ends, escape
 * sequences, or what turns the text around it.
 */
public final class OneLine {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private OneLine() {}

  /**
   * Whether a character gives orders to what shows the text: a control character (U+0000 to U+001F,
   * U+007F to U+009F), a line or paragraph separator (U+2028, U+2029), or a format character
   * (Unicode's category Cf, to which marks of direction and what is not seen at all belong).
   */
  public static boolean isControl(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /**
   * Whether people are shown a character's number in its place; joiners, which scripts need, stay.
   */
  public static boolean isShownByNumber(int point) {
    return isControl(point) && point != ZERO_WIDTH_NON_JOINER && point != ZERO_WIDTH_JOINER;
  }

  /** The text with what {@link #isShownByNumber} as in {@code \}{@code u001b}. */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isShownByNumber(point)) {
                appendNumber(line, point);
              } else {
                line.appendCodePoint(point);
              }
            });
    return line.toString();
  }

  /** Appends a character's number as JSON and Java have it, beyond U+FFFF that of two halves. */
  public static void appendNumber(StringBuilder text, int point) {
    for (char c : Character.toChars(point)) {
      text.append(String.format("\\u%04x", (int) c));
    }
  }
}
