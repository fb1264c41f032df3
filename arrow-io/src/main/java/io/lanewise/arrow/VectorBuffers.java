package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;

/** The buffers of a vector, where they lie. */
final class VectorBuffers implements Buffers {

  private final Iterator<ArrowBuf> buffers;

  VectorBuffers(FieldVector vector) {
    this.buffers = vector.getFieldBuffers().iterator();
  }

  @Override
  public MemorySegment next() {
    if (!buffers.hasNext()) {
      throw new MalformedException("a vector has fewer buffers than its type calls for");
    }
    return segment(buffers.next());
  }

  @Override
  public List<MemorySegment> further() {
    List<MemorySegment> further = new ArrayList<>();
    buffers.forEachRemaining(buffer -> further.add(segment(buffer)));
    return further;
  }

  /**
   * All that is allocated: where a vector's content ends is known by its rows and offsets, and
   * whoever filled it need not have set the writer's index.
   */
  @SuppressWarnings("restricted") // the address is the buffer's own, and so is the size
  private static MemorySegment segment(ArrowBuf buffer) {
    return buffer.capacity() == 0
        ? MemorySegment.ofArray(new byte[0])
        : MemorySegment.ofAddress(buffer.memoryAddress()).reinterpret(buffer.capacity());
  }
}
