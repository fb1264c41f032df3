package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One value of a categorical column, in a canonical form: equal values are equal symbols whatever
 * the width or writer of the column they came from.
 *
 * <p>Null is a symbol, and so is NaN (all payloads alike); -0.0 is 0. A number is the whole number
 * it equals if that fits into a long (so int32 7, float64 7.0 and decimal 7.00 are one symbol),
 * else the double it equals exactly, else its decimal digits. Text and byte strings are their
 * bytes; one longer than {@value #LONGEST} bytes is kept as its first bytes, its length and its
 * SHA-256 digest.
 *
 * <p>The order is that of the keys' bytes: null, NaN, whole numbers, other doubles, other decimals,
 * text, binary; each by value, except that decimals are ordered by their digits as text.
 */
public final class Symbol implements Comparable<Symbol> {

  /** Bytes of text that a symbol keeps. */
  public static final int LONGEST = 256;

  static final byte TAG_NULL = 0;
  static final byte TAG_NAN = 1;
  static final byte TAG_LONG = 2;
  static final byte TAG_DOUBLE = 3;
  static final byte TAG_DECIMAL = 4;
  static final byte TAG_TEXT = 5;
  static final byte TAG_BINARY = 6;
  static final byte TAG_LONG_TEXT = 7;
  static final byte TAG_LONG_BINARY = 8;

  /** The missing value. */
  public static final Symbol NULL = new Symbol(new byte[] {TAG_NULL});

  /** Not a number. */
  public static final Symbol NAN = new Symbol(new byte[] {TAG_NAN});

  private final byte[] key;

  private Symbol(byte[] key) {
    this.key = key;
  }

  /** A symbol from the canonical key that {@link #key()} returned. */
  static Symbol ofKey(byte[] keys, int from, int to) {
    return new Symbol(Arrays.copyOfRange(keys, from, to));
  }

  /** The symbol of a whole number. */
  public static Symbol of(long value) {
    return new Symbol(ByteBuffer.allocate(9).put(TAG_LONG).putLong(value ^ Long.MIN_VALUE).array());
  }

  /** The symbol of a double. */
  public static Symbol of(double value) {
    if (Double.isNaN(value)) {
      return NAN;
    }
    if (isLong(value)) {
      return of((long) value);
    }
    return new Symbol(ByteBuffer.allocate(9).put(TAG_DOUBLE).putLong(sortable(value)).array());
  }

  /** The symbol of a decimal number. */
  public static Symbol of(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 19) {
      BigInteger whole = stripped.toBigIntegerExact();
      if (whole.bitLength() < Long.SIZE) {
        return of(whole.longValue());
      }
    }
    double nearest = stripped.doubleValue();
    if (Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(stripped) == 0) {
      return of(nearest);
    }
    byte[] digits = stripped.toString().getBytes(StandardCharsets.US_ASCII);
    return new Symbol(prefixed(TAG_DECIMAL, digits));
  }

  /** The symbol of a text. */
  public static Symbol of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ofBytes(TAG_TEXT, bytes, 0, bytes.length);
  }

  /** The symbol of a byte string, {@code tag} telling text from binary. */
  static Symbol ofBytes(byte tag, byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return LongText.symbol(tag, bytes, from, to);
    }
    byte[] key = new byte[1 + to - from];
    key[0] = tag;
    System.arraycopy(bytes, from, key, 1, to - from);
    return new Symbol(key);
  }

  static Symbol ofLongText(byte tag, byte[] payload) {
    return new Symbol(prefixed(tag == TAG_TEXT ? TAG_LONG_TEXT : TAG_LONG_BINARY, payload));
  }

  private static byte[] prefixed(byte tag, byte[] payload) {
    byte[] key = new byte[1 + payload.length];
    key[0] = tag;
    System.arraycopy(payload, 0, key, 1, payload.length);
    return key;
  }

  /** Whether a double is a whole number that fits into a long. */
  static boolean isLong(double value) {
    return value >= -0x1p63 && value < 0x1p63 && value == (double) (long) value;
  }

  /** Bits that ascend, unsigned, with the double. */
  static long sortable(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits ^ (bits >> 63 | Long.MIN_VALUE);
  }

  static double unsortable(long bits) {
    return Double.longBitsToDouble(bits < 0 ? bits ^ Long.MIN_VALUE : ~bits);
  }

  /** Whether this is the missing value. */
  public boolean isNull() {
    return key[0] == TAG_NULL;
  }

  /** The canonical bytes. */
  byte[] key() {
    return key;
  }

  /**
   * The value as text, in the words of the column's type: dates and times as ISO 8601,
   * floating-point numbers as the shortest decimal that reads back to the same double, bytes and
   * text that is no UTF-8 in hexadecimal; {@code null} and {@code NaN} by name.
   *
   * @param type the type of the reference column, whose unit whole numbers are in
   */
  public String label(ColumnType type) {
    return switch (key[0]) {
      case TAG_NULL -> "null";
      case TAG_NAN -> "NaN";
      case TAG_LONG -> wholeLabel(payload().getLong() ^ Long.MIN_VALUE, type);
      case TAG_DOUBLE -> fractionLabel(unsortable(payload().getLong()), type);
      case TAG_DECIMAL ->
          new BigDecimal(new String(key, 1, key.length - 1, StandardCharsets.US_ASCII))
              .toPlainString();
      case TAG_TEXT -> textLabel();
      case TAG_BINARY -> hex();
      case TAG_LONG_TEXT, TAG_LONG_BINARY -> LongText.label(key);
      default -> throw new IllegalStateException("unknown symbol tag " + key[0]);
    };
  }

  /** What is no UTF-8 would be U+FFFD, whatever its bytes. */
  private String textLabel() {
    String text = new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(bytes, 0, bytes.length, key, 1, key.length) ? text : hex() + " (no UTF-8)";
  }

  private String hex() {
    return "0x" + HexFormat.of().formatHex(key, 1, key.length);
  }

  private static String fractionLabel(double value, ColumnType type) {
    boolean isDecimal = type.family() != Family.FLOATING && Double.isFinite(value);
    return isDecimal ? Quantity.label(new BigDecimal(value), type) : Double.toString(value);
  }

  private static String wholeLabel(long value, ColumnType type) {
    if (type.family() == Family.FLOATING) {
      return Double.toString((double) value);
    }
    return Quantity.label(BigDecimal.valueOf(value), type);
  }

  private ByteBuffer payload() {
    return ByteBuffer.wrap(key, 1, key.length - 1);
  }

  @Override
  public int compareTo(Symbol other) {
    return Arrays.compareUnsigned(key, other.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Symbol symbol && Arrays.equals(key, symbol.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  /** The key in hexadecimal, for messages of tests. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(key);
  }
}
