package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The buffers of one column of a record batch. */
final class BodyBuffers implements Buffers {

  private final BatchBody body;
  private int next;
  private final int view;

  /**
   * Starts at a column's first buffer.
   *
   * @param view which of the batch's fields of views the column is, if it is one
   */
  BodyBuffers(BatchBody body, int first, int view) {
    this.body = body;
    this.next = first;
    this.view = view;
  }

  @Override
  public MemorySegment next() {
    return body.buffer(next++);
  }

  @Override
  public List<MemorySegment> further() {
    int count = body.viewBuffers(view);
    List<MemorySegment> buffers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      buffers.add(next());
    }
    return buffers;
  }
}
