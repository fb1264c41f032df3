package io.lanewise.gate;

/** The beginning of a text that may be too long for a message. */
final class Excerpt {

  private static final int LONGEST = 100;

  private Excerpt() {}

  /** The text, or its first characters and three dots. */
  static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "...";
  }
}
