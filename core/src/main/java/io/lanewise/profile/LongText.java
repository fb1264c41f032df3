package io.lanewise.profile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The key of a byte string that is too long to keep: its first bytes, its length, its digest. */
final class LongText {

  private static final int PREFIX = 64;
  private static final int SHOWN_DIGEST_BYTES = 8;
  private static final int DIGEST_BYTES = 32;

  /** Length of a key, its tag included. */
  private static final int KEY_BYTES = 1 + PREFIX + Long.BYTES + DIGEST_BYTES;

  private LongText() {}

  static Symbol symbol(byte tag, byte[] bytes, int from, int to) {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    sha.update(bytes, from, to - from);
    byte[] digest = sha.digest();
    ByteBuffer payload = ByteBuffer.allocate(PREFIX + Long.BYTES + digest.length);
    payload.put(bytes, from, PREFIX).putLong(to - from).put(digest);
    return Symbol.ofLongText(tag, payload.array());
  }

  /** Whether such a key can be one: of fewer bytes, all would be kept. */
  static boolean isKey(byte[] key) {
    return key.length == KEY_BYTES
        && ByteBuffer.wrap(key).getLong(1 + PREFIX) > Symbol.LONGEST
        && ByteBuffer.wrap(key).getLong(1 + PREFIX) <= Integer.MAX_VALUE;
  }

  static String label(byte[] key) {
    String prefix =
        key[0] == Symbol.TAG_LONG_TEXT
            ? new String(key, 1, wholeCharacters(key), StandardCharsets.UTF_8)
            : "0x" + HexFormat.of().formatHex(key, 1, 1 + PREFIX);
    long length = ByteBuffer.wrap(key).getLong(1 + PREFIX);
    int digestFrom = 1 + PREFIX + Long.BYTES;
    String digest = HexFormat.of().formatHex(key, digestFrom, digestFrom + SHOWN_DIGEST_BYTES);
    return prefix + "… (" + length + " bytes, SHA-256 " + digest + "…)";
  }

  /** How many bytes of the prefix are left when a last character that was cut is left out. */
  private static int wholeCharacters(byte[] key) {
    int last = PREFIX;
    while (last > 1 && (key[last] & 0xC0) == 0x80) {
      last--;
    }
    int leadingOnes = Integer.numberOfLeadingZeros(~(key[last] << 24));
    return last - 1 + Math.max(leadingOnes, 1) > PREFIX ? last - 1 : PREFIX;
  }
}
