package io.lanewise.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pictures as PNG, eight bits of grey a pixel. The JDK has a writer of its own, in a module
 * that makes a runtime image larger by the whole of its windows and fonts.
 *
 * <p>Source: W3C, "Portable Network Graphics (PNG) Specification (Second Edition)" (2003).
 */
public final class PngWriter {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int HEADER_BYTES = 13;
  private static final byte BITS = 8;

  private PngWriter() {}

  /** The bytes of a file that shows the picture. */
  public static byte[] png(GreyImage image) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header(image));
    chunk(out, "IDAT", deflated(image));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Sides, bits, and zeros: grey, deflated, rows that may be filtered, from top to bottom. */
  private static byte[] header(GreyImage image) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .putInt(image.width())
        .putInt(image.height())
        .put(BITS)
        .array();
  }

  private static byte[] deflated(GreyImage image) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      for (int y = 0; y < image.height(); y++) {
        // The row is not filtered.
        out.write(0);
        out.write(image.pixels(), y * image.width(), image.width());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(number(data.length));
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(number((int) crc.getValue()));
  }

  /** Most significant byte first. */
  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
