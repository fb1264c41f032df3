package io.lanewise.gan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of rows of floats, as they come, little-endian, and at last of how many of them are
 * learnt from, as 8 bytes: from that follows which ones are.
 */
final class RowDigest {

  private final MessageDigest sha;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  RowDigest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds whole rows. */
  void add(float[] rows) {
    for (int from = 0; from < rows.length; ) {
      int count = Math.min(bytes.capacity() / Float.BYTES, rows.length - from);
      bytes.clear();
      bytes.asFloatBuffer().put(rows, from, count);
      sha.update(bytes.limit(count * Float.BYTES));
      from += count;
    }
  }

  /** The digest in hexadecimal; then it is used up. */
  String ofAll(long learnt) {
    bytes.clear();
    sha.update(bytes.putLong(learnt).flip());
    return HexFormat.of().formatHex(sha.digest());
  }
}
