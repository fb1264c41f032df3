package io.lanewise.arrow;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text of a schema. */
final class Utf8Text {

  private Utf8Text() {}

  /**
   * The text that some bytes are.
   *
   * @param what how a message calls them
   */
  static String of(ByteBuffer bytes, String what) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException(what + " is no UTF-8");
    }
  }
}
