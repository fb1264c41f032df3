package io.lanewise.profile;

import io.lanewise.column.Family;
import io.lanewise.container.Entries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells keys of symbols from other bytes: a file may hold any, whatever its checksum says. */
final class SymbolKeys {

  private static final int NUMBER = 1 + Long.BYTES;
  private static final Symbol FALSE = Symbol.of("false");
  private static final Symbol TRUE = Symbol.of("true");

  private SymbolKeys() {}

  /**
   * The symbol of a value other than null with this key.
   *
   * @throws IllegalArgumentException if no value has it
   */
  static Symbol symbol(byte[] keys, int from, int to) {
    if (!isKey(Arrays.copyOfRange(keys, from, to))) {
      throw new IllegalArgumentException(
          "no value has a key of %d bytes that begins with %d".formatted(to - from, keys[from]));
    }
    return Symbol.ofKey(keys, from, to);
  }

  /**
   * Whether a column of the family has such values, or one that is compared with it: numbers of one
   * family are counted beside those of another, and a column without values beside any.
   */
  static boolean fits(Symbol symbol, Family family) {
    byte tag = symbol.key()[0];
    return switch (family) {
      case INTEGER, FLOATING, DECIMAL -> tag == Symbol.TAG_NAN || isNumber(tag);
      case DATE, TIME, TIMESTAMP, INSTANT, DURATION -> isNumber(tag);
      case BOOLEAN -> symbol.equals(FALSE) || symbol.equals(TRUE);
      case TEXT -> tag == Symbol.TAG_TEXT || tag == Symbol.TAG_LONG_TEXT;
      case BINARY -> tag == Symbol.TAG_BINARY || tag == Symbol.TAG_LONG_BINARY;
      case NULL -> true;
      case NESTED -> false;
    };
  }

  private static boolean isNumber(byte tag) {
    return tag == Symbol.TAG_LONG || tag == Symbol.TAG_DOUBLE || tag == Symbol.TAG_DECIMAL;
  }

  private static boolean isKey(byte[] key) {
    return switch (key[0]) {
      case Symbol.TAG_NAN -> key.length == 1;
      case Symbol.TAG_LONG -> key.length == NUMBER;
      case Symbol.TAG_DOUBLE -> key.length == NUMBER && isDouble(key);
      case Symbol.TAG_DECIMAL ->
          isDecimal(new String(key, 1, key.length - 1, StandardCharsets.US_ASCII), key);
      case Symbol.TAG_TEXT, Symbol.TAG_BINARY -> key.length <= 1 + Symbol.LONGEST;
      case Symbol.TAG_LONG_TEXT, Symbol.TAG_LONG_BINARY -> LongText.isKey(key);
      default -> false;
    };
  }

  private static boolean isDouble(byte[] key) {
    double value = Symbol.unsortable(ByteBuffer.wrap(key).getLong(1));
    return Arrays.equals(Symbol.of(value).key(), key);
  }

  private static boolean isDecimal(String digits, byte[] key) {
    try {
      return Arrays.equals(Symbol.of(Entries.decimal(digits)).key(), key);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
