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
  void allElseStays() {
    String text = "größe \ud83d\ude00 \\u000a\u00a0~ ";
    assertEquals(text, OneLine.of(text));
  }

  @Test
  void messagesAreOneLine() {
    assertEquals("a\\u000ab", new DataException("a\nb").getMessage());
    assertEquals("a\\u009bb", new DataException("a\u009bb", null).getMessage());
  }
}
