package io.lanewise.container;

/** Types of elements, under the names that safetensors gives them. */
public enum ElementType {
  /** Unsigned, 8 bits. */
  U8(1),
  /** Unsigned, 16 bits. */
  U16(2),
  /** Unsigned, 32 bits. */
  U32(4),
  /** Signed, 64 bits. */
  I64(8),
  /** IEEE 754, 32 bits. */
  F32(4),
  /** IEEE 754, 64 bits. */
  F64(8);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of an element. */
  public int bytes() {
    return bytes;
  }

  /** The narrowest type that holds the whole numbers from 0 to a greatest one. */
  static ElementType narrowest(long greatest) {
    if (greatest < 1 << Byte.SIZE) {
      return U8;
    }
    if (greatest < 1 << Short.SIZE) {
      return U16;
    }
    return greatest < 1L << Integer.SIZE ? U32 : I64;
  }
}
