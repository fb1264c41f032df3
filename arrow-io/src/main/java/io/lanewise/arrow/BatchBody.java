package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * The buffers of one record batch or dictionary batch, each checked to lie inside the body, and
 * decompressed when it is asked for.
 *
 * <p>Decompressed buffers are heap arrays. A compressed one is copied to the heap first (0.1 ns a
 * byte): the native decompressor must not touch pages of a file that may be cut under it.
 */
final class BatchBody {

  /** A compressed buffer begins with the length of its content. */
  private static final int PREFIX = 8;

  /** The length of a buffer that is stored as it is. */
  private static final long STORED = -1;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private static final MemorySegment EMPTY = MemorySegment.ofArray(new byte[0]);

  private final RecordBatch header;
  private final MemorySegment body;
  private final @Nullable Codec codec;

  BatchBody(RecordBatch header, MemorySegment body) {
    this.header = header;
    this.body = body;
    this.codec = codec(header.compression());
  }

  RecordBatch header() {
    return header;
  }

  /** Checks that the header lists what the schema calls for, no less and no more. */
  void checkCounts(Extent extent) {
    long further = 0;
    int views = header.variadicBufferCountsLength();
    for (int i = 0; i < views; i++) {
      further += viewBuffers(i);
    }
    if (header.nodesLength() != extent.nodes()
        || header.buffersLength() != extent.buffers() + further
        || views != extent.views()) {
      throw new MalformedException(
          String.format(
              "lists %d nodes, %d buffers and %d views, and the schema calls for %d, %d and %d",
              header.nodesLength(),
              header.buffersLength(),
              views,
              extent.nodes(),
              extent.buffers() + further,
              extent.views()));
    }
  }

  /** Number of further buffers of a field of views. */
  int viewBuffers(int view) {
    long count = header.variadicBufferCounts(view);
    if (count < 0 || count > header.buffersLength()) {
      throw new MalformedException(
          String.format(
              "has %d buffers for views, expected 0 to %d", count, header.buffersLength()));
    }
    return (int) count;
  }

  /** Heap bytes that all buffers take when they are decompressed. */
  long decompressedBytes() {
    return decompressedBytes(0, header.buffersLength());
  }

  /** Heap bytes that buffers {@code [from, to)} take when they are decompressed. */
  long decompressedBytes(int from, int to) {
    long total = 0;
    if (codec != null) {
      for (int i = from; i < to; i++) {
        total += Math.max(0, contentBytes(codec, slice(i)));
      }
    }
    return total;
  }

  /** Buffer {@code index}, decompressed where it has to be. */
  MemorySegment buffer(int index) {
    MemorySegment stored = slice(index);
    if (codec == null) {
      return stored;
    }
    long bytes = contentBytes(codec, stored);
    if (bytes == STORED) {
      return stored.asSlice(PREFIX);
    }
    if (bytes == 0) {
      return EMPTY;
    }
    byte[] content = new byte[(int) bytes];
    codec.decompress(frame(stored), content);
    return MemorySegment.ofArray(content);
  }

  private MemorySegment slice(int index) {
    Buffer buffer = header.buffers(index);
    long offset = buffer.offset();
    long length = buffer.length();
    if (length == 0) {
      return EMPTY;
    }
    if (offset < 0 || length < 0 || offset > body.byteSize() - length) {
      throw new MalformedException(
          String.format(
              "buffer %d has %d bytes at %d, and the body has %d",
              index, length, offset, body.byteSize()));
    }
    return body.asSlice(offset, length);
  }

  /** Length of a buffer's content, known to be plausible, or {@link #STORED}. */
  private static long contentBytes(Codec codec, MemorySegment stored) {
    if (stored.byteSize() == 0) {
      return 0;
    }
    if (stored.byteSize() < PREFIX) {
      throw new MalformedException(
          "a compressed buffer has " + stored.byteSize() + " bytes, expected at least " + PREFIX);
    }
    long declared = stored.get(LittleEndian.LONG, 0);
    long frameBytes = stored.byteSize() - PREFIX;
    if (declared == STORED || (frameBytes == 0 && declared == 0)) {
      return declared;
    }
    // Arrow Java has written 0 ahead of frames that hold something (arrow-java issue 1116): the
    // frame's own length counts then.
    long bytes = declared == 0 ? Math.max(0, codec.contentBytes(frame(stored))) : declared;
    if (bytes < 0 || bytes / codec.highestRatio() > frameBytes) {
      throw new MalformedException(
          String.format(
              "a buffer of %d bytes says that it decompresses to %d, at most %d are possible",
              frameBytes, bytes, frameBytes * codec.highestRatio()));
    }
    if (bytes > LARGEST_ARRAY) {
      throw new MalformedException(
          String.format(
              "a buffer decompresses to %d bytes, and at most %d are read", bytes, LARGEST_ARRAY));
    }
    return bytes;
  }

  private static byte[] frame(MemorySegment stored) {
    long bytes = stored.byteSize() - PREFIX;
    if (bytes > LARGEST_ARRAY) {
      throw new MalformedException(
          String.format(
              "a compressed buffer has %d bytes, and at most %d are read", bytes, LARGEST_ARRAY));
    }
    return stored.asSlice(PREFIX).toArray(LittleEndian.BYTE);
  }

  private static @Nullable Codec codec(@Nullable BodyCompression compression) {
    if (compression == null) {
      return null;
    }
    if (compression.method() != BodyCompressionMethod.BUFFER) {
      throw new MalformedException("compression method " + compression.method() + " is not known");
    }
    return switch (compression.codec()) {
      case CompressionType.LZ4_FRAME -> new Lz4Codec();
      case CompressionType.ZSTD -> new ZstdCodec();
      default ->
          throw new MalformedException(
              "compression codec " + compression.codec() + " is not known");
    };
  }
}
