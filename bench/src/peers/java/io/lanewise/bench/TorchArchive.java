package io.lanewise.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module in the form that PyTorch loads: source code and an empty object of its
 * class. PyTorch's own tools need Python to write one.
 */
final class TorchArchive {

  private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

  private TorchArchive() {}

  /**
   * The bytes of an archive.
   *
   * @param type name of the module's class
   * @param lists names of its attributes, all lists of tensors, empty at first
   * @param code of the class
   */
  static byte[] of(String type, List<String> lists, String code) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "data.pkl", object(type, lists));
      store(zip, "code/__torch__.py", code.getBytes(StandardCharsets.US_ASCII));
      store(zip, "constants.pkl", EMPTY_TUPLE);
      store(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry("module/" + name);
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** In Python's pickle format, protocol 2. */
  private static byte[] object(String type, List<String> lists) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x80, 2});
    out.writeBytes("c__torch__\n" + type + "\n");
    // An empty tuple, NEWOBJ, an empty dictionary, MARK.
    out.write(new byte[] {')', (byte) 0x81, '}', '('});
    string(out, "training");
    out.write((byte) 0x89);
    for (String list : lists) {
      string(out, list);
      out.writeBytes("ctorch.jit._pickle\nrestore_type_tag\n(]");
      string(out, "List[Tensor]");
      out.writeBytes("tR");
    }
    out.writeBytes("ub.");
    return bytes.toByteArray();
  }

  private static void string(DataOutputStream out, String text) throws IOException {
    out.writeByte('X');
    out.writeInt(Integer.reverseBytes(text.length()));
    out.writeBytes(text);
  }
}
