package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import org.apache.arrow.flatbuf.Footer;

/**
 * What an IPC file ends with: the footer, its length in four bytes, {@code ARROW1}.
 *
 * @param table the footer
 * @param at its first byte, counted from the file's
 */
record FileFooter(Footer table, long at) {

  /** The footer's length and the magic. */
  private static final int TAIL = 10;

  /**
   * The footer of a file.
   *
   * @param bytes the file from byte {@code before} on
   * @param first the byte of these that the footer may begin at
   */
  static FileFooter of(MemorySegment bytes, int first, long before) {
    long size = bytes.byteSize();
    if (size < first + TAIL || !Content.magicAt(bytes, size - Content.MAGIC.length())) {
      throw new MalformedException(
          String.format(
              "truncated: it has %d bytes, and they do not end with ARROW1", before + size));
    }
    int footerBytes = bytes.get(LittleEndian.INT, size - TAIL);
    long at = size - TAIL - footerBytes;
    if (footerBytes <= 0 || at < first) {
      throw new MalformedException(
          String.format(
              "the footer has %d bytes, and %d are there", footerBytes, size - TAIL - first));
    }
    Footer table = Footer.getRootAsFooter(IpcMessage.buffer(bytes.asSlice(at, footerBytes)));
    return new FileFooter(table, before + at);
  }

  /** The columns, as the footer has them. */
  TableLayout layout() {
    var schema = table.schema();
    if (schema == null) {
      throw new MalformedException("the footer has no schema");
    }
    return SchemaDecoder.decode(schema, table.version());
  }
}
