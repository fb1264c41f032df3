package io.lanewise.arrow;

import java.io.IOException;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Streams of the Arrow C stream interface, by which data comes from another language in the same
 * process without being copied.
 *
 * <p>Needs {@code org.apache.arrow:arrow-c-data}, which brings native code and is therefore not
 * among the dependencies that come along.
 */
public final class CStream {

  private CStream() {}

  /**
   * The stream at an address.
   *
   * @param source what to call it in messages
   * @param address of a {@code struct ArrowArrayStream}, which is taken over: its release callback
   *     is called when the result is closed, and must not be called by whoever made it
   * @param allocator accounts for the memory; is to be closed after the stream
   * @throws io.lanewise.column.DataException if the schema cannot be read
   * @throws IllegalArgumentException if the address is 0
   */
  public static VectorStream open(String source, long address, BufferAllocator allocator) {
    if (address == 0) {
      throw new IllegalArgumentException(source + ": address 0 is no stream");
    }
    var reader = Data.importArrayStream(allocator, ArrowArrayStream.wrap(address));
    try {
      return VectorStream.of(source, reader);
    } catch (RuntimeException | Error e) {
      try {
        reader.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }
}
