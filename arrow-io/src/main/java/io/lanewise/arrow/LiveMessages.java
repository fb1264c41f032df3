package io.lanewise.arrow;

import io.lanewise.arrow.BodyMemory.Slab;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a stream as they arrive. The body of a record batch lies in memory that is used
 * again; all else is on the heap, and stays as long as it is needed.
 */
final class LiveMessages implements MessageSource {

  /** What is set aside for bytes before more of them have come than their own word. */
  private static final int FIRST = 1 << 20;

  /** What a footer may say beyond what the messages say. */
  private static final int OWN_FOOTER = 1 << 24;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Place place;
  private final Arrival arrival;
  private final BodyMemory memory;
  private @Nullable Slab latest;
  private long metadataBytes;

  LiveMessages(Place place, Arrival arrival, BodyMemory memory) {
    this.place = place;
    this.arrival = arrival;
    this.memory = memory;
  }

  @Override
  public long position() {
    return arrival.position();
  }

  /** The memory of the latest record batch, which is handed over. */
  Slab takeBody() {
    Slab body = latest;
    if (body == null) {
      throw new IllegalStateException("the latest message was no record batch");
    }
    latest = null;
    return body;
  }

  /** Gives back a body that nobody took. */
  void dropBody() {
    if (latest != null) {
      memory.giveBack(latest);
      latest = null;
    }
  }

  /** Passes over what an IPC file begins with. */
  void skipMagic() {
    try {
      arrival.read(MemorySegment.ofArray(new byte[FileIndex.HEAD]));
    } catch (EOFException e) {
      throw MessageSource.cutPrefix(0, arrival.position());
    } catch (IOException e) {
      throw place.failure(e);
    }
  }

  @Override
  public @Nullable IpcMessage next() {
    try {
      return receive();
    } catch (IOException e) {
      throw place.failure(e);
    }
  }

  private @Nullable IpcMessage receive() throws IOException {
    long at = arrival.position();
    byte[] word = new byte[Integer.BYTES];
    try {
      arrival.read(MemorySegment.ofArray(word));
    } catch (EOFException e) {
      if (arrival.position() == at) {
        return null;
      }
      throw MessageSource.cutPrefix(at, arrival.position() - at);
    }
    int length = LittleEndian.intAt(word);
    if (length == CONTINUATION) {
      try {
        arrival.read(MemorySegment.ofArray(word));
      } catch (EOFException e) {
        throw MessageSource.cutPrefix(at, arrival.position() - at);
      }
      length = LittleEndian.intAt(word);
    }
    if (length == 0) {
      return IpcMessage.END;
    }
    MessageSource.checkLength(length, at);
    return message(metadata(length, at));
  }

  private MemorySegment metadata(int length, long at) throws IOException {
    long start = arrival.position();
    try {
      return MemorySegment.ofArray(heapBytes(length));
    } catch (EOFException e) {
      throw MessageSource.cutMetadata(at, length, arrival.position() - start);
    }
  }

  private IpcMessage message(MemorySegment metadata) throws IOException {
    long at = arrival.position() - metadata.byteSize();
    metadataBytes += metadata.byteSize();
    long length = IpcMessage.bodyBytes(metadata, at);
    long start = arrival.position();
    byte kind = Message.getRootAsMessage(IpcMessage.buffer(metadata)).headerType();
    try {
      if (kind == MessageHeader.RecordBatch) {
        Slab slab = memory.receive(arrival, length);
        latest = slab;
        return new IpcMessage(metadata, slab.bytes().asSlice(0, length));
      }
      if (length > LARGEST_ARRAY) {
        throw new MalformedException(
            String.format(
                "the message at byte %d has a body of %d bytes, of a dictionary at most %d are"
                    + " read",
                at, length, LARGEST_ARRAY));
      }
      return new IpcMessage(metadata, MemorySegment.ofArray(heapBytes((int) length)));
    } catch (EOFException e) {
      throw IpcMessage.cut(at, length, arrival.position() - start);
    }
  }

  /**
   * What is left behind the end marker of a file, which is its footer. That is no longer than the
   * metadata of all messages, which it repeats in part, and some of its own; so memory has a bound,
   * whatever is there.
   */
  MemorySegment rest() {
    long start = arrival.position();
    long most = Math.min(LARGEST_ARRAY, metadataBytes + OWN_FOOTER);
    byte[] bytes = new byte[FIRST];
    int filled = 0;
    try {
      while (filled < most) {
        arrival.read(MemorySegment.ofArray(bytes).asSlice(filled));
        filled = bytes.length;
        bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * filled));
      }
    } catch (EOFException e) {
      return MemorySegment.ofArray(bytes).asSlice(0, arrival.position() - start);
    } catch (IOException e) {
      throw place.failure(e);
    }
    throw new MalformedException(
        String.format(
            "goes on after its end marker at byte %d with more than the %d bytes that a footer"
                + " may have",
            start, most));
  }

  private byte[] heapBytes(int length) throws IOException {
    byte[] bytes = new byte[Math.min(length, FIRST)];
    int filled = 0;
    while (true) {
      arrival.read(MemorySegment.ofArray(bytes).asSlice(filled));
      filled = bytes.length;
      if (filled == length) {
        return bytes;
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * filled));
    }
  }
}
