package io.lanewise.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * An array of numbers: a type, a shape and little-endian bytes, row by row.
 *
 * <p>Whole numbers that are not negative take the narrowest type that holds them all, so equal
 * counts are equal bytes.
 */
public final class Tensor {

  private final ElementType type;
  private final List<Integer> shape;
  private final byte[] bytes;

  /** Takes the bytes as they are; their number has been checked, or follows from how they arose. */
  Tensor(ElementType type, List<Integer> shape, byte[] bytes) {
    this.type = type;
    this.shape = List.copyOf(shape);
    this.bytes = bytes;
  }

  /**
   * A tensor of whole numbers.
   *
   * @param values at least 0
   * @param shape its product is the number of values; without one, the tensor is a line
   * @throws IllegalArgumentException if a value is negative or the shape does not fit
   */
  public static Tensor ofCounts(long[] values, int... shape) {
    long greatest = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw new IllegalArgumentException("value " + i + " is " + values[i] + ", expected >= 0");
      }
      greatest = Math.max(greatest, values[i]);
    }
    ElementType type = ElementType.narrowest(greatest);
    byte[] bytes = room(type, values.length);
    ByteBuffer buffer = littleEndian(bytes);
    for (long value : values) {
      switch (type) {
        case U8 -> buffer.put((byte) value);
        case U16 -> buffer.putShort((short) value);
        case U32 -> buffer.putInt((int) value);
        case I64 -> buffer.putLong(value);
        case F32, F64 -> throw new IllegalStateException("counts as " + type);
      }
    }
    return shaped(type, values.length, shape, bytes);
  }

  /** A tensor of whole numbers of any sign, of type I64. */
  public static Tensor of(long[] values, int... shape) {
    byte[] bytes = room(ElementType.I64, values.length);
    littleEndian(bytes).asLongBuffer().put(values);
    return shaped(ElementType.I64, values.length, shape, bytes);
  }

  /** A tensor of doubles, every bit of them kept. */
  public static Tensor of(double[] values, int... shape) {
    byte[] bytes = room(ElementType.F64, values.length);
    littleEndian(bytes).asDoubleBuffer().put(values);
    return shaped(ElementType.F64, values.length, shape, bytes);
  }

  /** A tensor of floats, every bit of them kept. */
  public static Tensor of(float[] values, int... shape) {
    byte[] bytes = room(ElementType.F32, values.length);
    littleEndian(bytes).asFloatBuffer().put(values);
    return shaped(ElementType.F32, values.length, shape, bytes);
  }

  /** A line of bytes. */
  public static Tensor of(byte[] values) {
    return new Tensor(ElementType.U8, List.of(values.length), values.clone());
  }

  private static byte[] room(ElementType type, int count) {
    return new byte[Math.multiplyExact(type.bytes(), count)];
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Tensor shaped(ElementType type, int count, int[] shape, byte[] bytes) {
    List<Integer> sizes =
        shape.length == 0 ? List.of(count) : Arrays.stream(shape).boxed().toList();
    long elements = elements(sizes);
    if (elements != count) {
      throw new IllegalArgumentException(
          count + " values for a shape of " + sizes + ", which has " + elements);
    }
    return new Tensor(type, sizes, bytes);
  }

  /** Number of elements of a shape, or -1 if it is negative somewhere or passes 2^63 - 1. */
  static long elements(List<Integer> shape) {
    long elements = 1;
    for (int size : shape) {
      if (size < 0 || Math.multiplyHigh(elements, size) != 0 || elements * size < 0) {
        return -1;
      }
      elements *= size;
    }
    return elements;
  }

  /** The type of its elements. */
  public ElementType type() {
    return type;
  }

  /** Its sizes, outermost first. */
  public List<Integer> shape() {
    return shape;
  }

  /** Number of elements. */
  public int size() {
    return bytes.length / type.bytes();
  }

  /**
   * Its elements as whole numbers.
   *
   * @throws IllegalStateException if they are floating-point numbers
   */
  public long[] toLongs() {
    ByteBuffer buffer = littleEndian(bytes);
    long[] values = new long[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case U8 -> Byte.toUnsignedLong(buffer.get());
            case U16 -> Short.toUnsignedLong(buffer.getShort());
            case U32 -> Integer.toUnsignedLong(buffer.getInt());
            case I64 -> buffer.getLong();
            case F32, F64 -> throw new IllegalStateException(type + ", expected whole numbers");
          };
    }
    return values;
  }

  /**
   * Its elements.
   *
   * @throws IllegalStateException if they are not of type F64
   */
  public double[] toDoubles() {
    require(ElementType.F64);
    double[] values = new double[size()];
    littleEndian(bytes).asDoubleBuffer().get(values);
    return values;
  }

  /**
   * Its elements.
   *
   * @throws IllegalStateException if they are not of type F32
   */
  public float[] toFloats() {
    require(ElementType.F32);
    float[] values = new float[size()];
    littleEndian(bytes).asFloatBuffer().get(values);
    return values;
  }

  /**
   * Its elements.
   *
   * @throws IllegalStateException if they are not of type U8
   */
  public byte[] toBytes() {
    require(ElementType.U8);
    return bytes.clone();
  }

  private void require(ElementType expected) {
    if (type != expected) {
      throw new IllegalStateException(type + ", expected " + expected);
    }
  }

  /** The elements as they lie in a file; not to be written to. */
  byte[] raw() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && type == that.type
        && shape.equals(that.shape)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return type + shape.toString();
  }
}
