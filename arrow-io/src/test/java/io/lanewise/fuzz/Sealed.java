package io.lanewise.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Gives a container the right checksum, which no fuzzer would find. */
final class Sealed {

  private Sealed() {}

  /** The same bytes with the last four as they must be; fewer than four are left alone. */
  static byte[] of(byte[] input) {
    byte[] bytes = input.clone();
    int end = bytes.length - Integer.BYTES;
    if (end >= 0) {
      CRC32C crc = new CRC32C();
      crc.update(bytes, 0, end);
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(end, (int) crc.getValue());
    }
    return bytes;
  }
}
