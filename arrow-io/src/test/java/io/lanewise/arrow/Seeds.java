package io.lanewise.arrow;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.CompressionType;

/**
 * Valid inputs to damage: files and streams by Arrow JS, by Polars and made by hand, with every
 * type that is scored and every width of indices, plain, ZSTD and LZ4.
 */
public final class Seeds {

  private static final int ROWS = 20;
  private static final byte PLAIN = -1;

  private static final List<String> FILES =
      List.of(
          "js-one-row.gen.arrow",
          "js-one-row.gen.arrows",
          "js-len-edges.gen.arrows",
          "js-dict.real.arrow",
          "js-dict.real.arrows",
          "polars-categorical.zstd.gen.arrow",
          "polars-categorical.lz4.gen.arrows",
          "polars-alltypes.zstd.gen.arrow",
          "polars-alltypes.zstd.gen.arrows");

  private Seeds() {}

  /** All of them, the same in every call. */
  public static List<byte[]> all() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (String name : FILES) {
      all.add(Files.readAllBytes(InteropTest.path("files/" + name)));
    }
    for (byte codec : new byte[] {PLAIN, CompressionType.ZSTD, CompressionType.LZ4_FRAME}) {
      all.add(everyType(IpcBytes.startFile(), codec).end().file());
      all.add(everyType(IpcBytes.stream(), codec).end().bytes());
    }
    return all;
  }

  private static IpcBytes everyType(IpcBytes ipc, byte codec) throws IOException {
    List<FieldSpec> fields = new ArrayList<>();
    for (EveryType type : EveryType.all()) {
      fields.add(type.field().named(type.name()));
    }
    FieldSpec word = FieldSpec.utf8("word");
    for (int bits : new int[] {8, 16, 32, 64}) {
      fields.add(word.named("word" + bits).dictionary(7, bits, true));
      fields.add(word.named("uword" + bits).dictionary(7, bits, false));
    }
    ipc.schema(fields.toArray(FieldSpec[]::new));
    EveryType text = new EveryType(word, new EveryType.Shape.Offsets(false), "word");
    ipc.dictionary(7, false, text.add(rows(codec), packed(text.buffers(ROWS), codec)));
    return ipc.batch(batch(codec)).batch(batch(codec));
  }

  private static BatchSpec rows(byte codec) {
    return codec == PLAIN ? BatchSpec.rows(ROWS) : BatchSpec.rows(ROWS).compressed(codec);
  }

  private static BatchSpec batch(byte codec) throws IOException {
    BatchSpec batch = rows(codec);
    for (EveryType type : EveryType.all()) {
      type.add(batch, packed(type.buffers(ROWS), codec));
    }
    for (int bits : new int[] {8, 16, 32, 64}) {
      byte[] indices = new byte[ROWS * bits / 8];
      for (int row = 0; row < ROWS; row++) {
        indices[row * bits / 8] = (byte) (row % 5);
      }
      for (int signs = 0; signs < 2; signs++) {
        batch.column(packed(new byte[][] {new byte[0], indices}, codec));
      }
    }
    return batch;
  }

  private static byte[][] packed(byte[][] buffers, byte codec) throws IOException {
    if (codec == PLAIN) {
      return buffers;
    }
    byte[][] packed = new byte[buffers.length][];
    for (int i = 0; i < buffers.length; i++) {
      byte[] frame =
          codec == CompressionType.ZSTD ? Zstd.compress(buffers[i]) : Frames.lz4(buffers[i]);
      packed[i] = Frames.prefixed(buffers[i].length, frame);
    }
    return packed;
  }
}
