package io.lanewise.arrow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the bytes of an input are, told by themselves: names and endings are not asked. */
enum Content {
  /** An IPC file. */
  FILE,
  /** An IPC stream. */
  STREAM;

  static final String MAGIC = "ARROW1";

  /** How much of an input is looked at to say what it is instead. */
  private static final int LOOK = 4096;

  /** More than padding. */
  private static final int ZEROS = MessageSource.MOST_PADDING + 8;

  /** Longest schema of a stream that is looked at before the stream is kept. */
  private static final int MOST_SCHEMA = 1 << 26;

  private static final Map<String, String> SIGNATURES = signatures();

  /** What {@code bytes} are; anything but Arrow is refused, saying what it looks like. */
  static Content of(MemorySegment bytes) {
    if (bytes.byteSize() == 0) {
      throw new MalformedException("is empty: it has 0 bytes");
    }
    if (magicAt(bytes, 0)) {
      if (!goesOn(bytes)) {
        throw new MalformedException("begins as an Arrow file, and has zeros behind that");
      }
      return FILE;
    }
    if (StreamIndex.leadingSchema(bytes) != null) {
      return STREAM;
    }
    if (begins(bytes, "\u00ff\u00ff\u00ff\u00ff")) {
      // Only a stream begins so: let its index say where it breaks off.
      return STREAM;
    }
    throw new MalformedException("not an Arrow file: " + lookalike(bytes));
  }

  /**
   * What arrives, or as much of it as is needed to refuse it: what is no Arrow data may have no
   * end.
   *
   * @param in is read as far as {@link #of} has to look
   * @return the same bytes, but those behind a beginning that is refused
   */
  static InputStream whereWorthwhile(InputStream in) throws IOException {
    byte[] start = in.readNBytes(LOOK);
    long wanted = StreamIndex.leadingBytes(MemorySegment.ofArray(start));
    byte[] more =
        in.readNBytes((int) (wanted <= MOST_SCHEMA ? Math.max(0, wanted - start.length) : 0));
    byte[] head = Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, head, start.length, more.length);
    MemorySegment bytes = MemorySegment.ofArray(head);
    boolean worthwhile =
        magicAt(bytes, 0) ? goesOn(bytes) : StreamIndex.leadingSchema(bytes) != null;
    InputStream read = new ByteArrayInputStream(head);
    return worthwhile ? new SequenceInputStream(read, in) : read;
  }

  /** Whether a file has more than zeros where its messages begin, or its footer. */
  private static boolean goesOn(MemorySegment file) {
    if (file.byteSize() < FileIndex.HEAD + MessageSource.END_BYTES + ZEROS) {
      return true;
    }
    MemorySegment messages = file.asSlice(FileIndex.HEAD);
    boolean ends =
        messages.get(LittleEndian.INT, 0) == MessageSource.CONTINUATION
            && messages.get(LittleEndian.INT, 4) == 0;
    MemorySegment next = messages.asSlice(ends ? MessageSource.END_BYTES : 0, ZEROS);
    return next.mismatch(MemorySegment.ofArray(new byte[ZEROS])) != -1;
  }

  static boolean magicAt(MemorySegment bytes, long at) {
    return at >= 0 && at <= bytes.byteSize() && begins(bytes.asSlice(at), MAGIC);
  }

  private static boolean begins(MemorySegment bytes, String signature) {
    byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.byteSize() >= expected.length
        && bytes.asSlice(0, expected.length).mismatch(MemorySegment.ofArray(expected)) == -1;
  }

  private static Map<String, String> signatures() {
    Map<String, String> known = new LinkedHashMap<>();
    String convert = "; convert it first, for example with polars, pandas or duckdb";
    String unpack = "; unpack it first";
    known.put("PAR1", "it looks like Parquet" + convert);
    known.put("PARE", "it looks like encrypted Parquet" + convert);
    known.put("ORC", "it looks like ORC" + convert);
    known.put("Obj\u0001", "it looks like Avro" + convert);
    known.put("FEA1", "it looks like Feather version 1" + convert);
    known.put("SQLite format 3", "it looks like an SQLite database" + convert);
    known.put("\u0089HDF", "it looks like HDF5" + convert);
    known.put("\u0093NUMPY", "it looks like a NumPy array" + convert);
    known.put("PK\u0003\u0004", "it looks like a zip archive or an Excel workbook" + unpack);
    known.put("\u00d0\u00cf\u0011\u00e0", "it looks like an old Excel workbook" + convert);
    known.put("\u001f\u008b", "it looks compressed with gzip" + unpack);
    known.put("(\u00b5/\u00fd", "it looks compressed with zstd" + unpack);
    known.put("\u0004\"M\u0018", "it looks compressed with lz4" + unpack);
    known.put("BZh", "it looks compressed with bzip2" + unpack);
    known.put("\u00fd7zXZ", "it looks compressed with xz" + unpack);
    return known;
  }

  private static String lookalike(MemorySegment bytes) {
    for (var signature : SIGNATURES.entrySet()) {
      if (begins(bytes, signature.getKey())) {
        return signature.getValue();
      }
    }
    long looked = Math.min(LOOK, bytes.byteSize());
    byte[] start = bytes.asSlice(0, looked).toArray(LittleEndian.BYTE);
    for (byte b : start) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return "its first bytes are of no kind that is known";
      }
    }
    return text(new String(start, StandardCharsets.UTF_8));
  }

  private static String text(String start) {
    String convert = "; convert it first, for example with polars, pandas or duckdb";
    String body = start.startsWith("\ufeff") ? start.substring(1) : start;
    String trimmed = body.stripLeading();
    if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
      return "it looks like JSON" + convert;
    }
    String line = trimmed.lines().findFirst().orElse("");
    if (line.chars().anyMatch(c -> c == ',' || c == ';' || c == '\t' || c == '|')) {
      return "it looks like CSV" + convert;
    }
    return "it looks like plain text";
  }
}
