package io.lanewise.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What comes from the data ends no line and reaches no terminal as an order. */
class OneLineTest {

  @Test
  void controlCharactersAreShownByNumber() {
    assertEquals(
        "a\\u000ab\\u001b[31m\\u007f\\u009b\\u2028\\u2029",
        OneLine.of("a\nb\u001b[31m\u007f\u009b\u2028\u2029"));
  }

  @Test
  void whatTurnsOrHidesTextIsShownByNumber() {
    assertEquals(
        "a\\u202eb\\u200f\\u061c\\u2066\\ufeff\\u00ad\\udb40\\udc41",
        OneLine.of("a\u202eb\u200f\u061c\u2066\ufeff\u00ad\udb40\udc41"));
  }

  /** Persian words and families of emoji are written with joiners. */
  @Test
  void allElseStays() {
    String text = "größe \ud83d\ude00 \\u000a\u00a0~ \u0645\u06cc\u200c \ud83d\udc68\u200d";
    assertEquals(text, OneLine.of(text));
  }

  @Test
  void messagesAreOneLine() {
    assertEquals("a\\u000ab", new DataException("a\nb").getMessage());
    assertEquals("a\\u009bb", new DataException("a\u009bb", null).getMessage());
  }
}
