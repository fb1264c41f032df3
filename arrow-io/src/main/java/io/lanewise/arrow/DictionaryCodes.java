package io.lanewise.arrow;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where each value of a dictionary stands; of equal values, the first. */
final class DictionaryCodes {

  /** The code of a value that is not there. */
  static final int NONE = -1;

  private final Map<Object, Integer> codes = new HashMap<>();
  private int nullCode = NONE;
  private int size;

  /** Adds the rows of a block at the end. */
  void append(StagedRows block) {
    for (int i = 0; i < block.count(); i++) {
      int code = size++;
      if (!block.isNull(i)) {
        Object key = block.values().key(block.position(i));
        // Bytes are those of a block, which the next one overwrites.
        codes.putIfAbsent(key instanceof ByteBuffer bytes ? copy(bytes) : key, code);
      } else if (nullCode == NONE) {
        nullCode = code;
      }
    }
  }

  /** What {@link StagedValues#key} gives of the values that are there. */
  Set<Object> keys() {
    return codes.keySet();
  }

  int size() {
    return size;
  }

  /** Where a null stands. */
  int nullCode() {
    return nullCode;
  }

  int code(StagedValues values, int at) {
    return codes.getOrDefault(values.key(at), NONE);
  }

  private static ByteBuffer copy(ByteBuffer bytes) {
    byte[] own = new byte[bytes.remaining()];
    bytes.duplicate().get(own);
    return ByteBuffer.wrap(own);
  }
}
