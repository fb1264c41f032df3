package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** The buffers of one column, in the order in which its layout names them. */
interface Buffers {

  MemorySegment next();

  /** The further buffers of a column of views. */
  List<MemorySegment> further();
}
