package io.lanewise.container;

import java.util.List;
import java.util.SortedMap;

/**
 * What the header of a container says.
 *
 * @param metadata words by key
 * @param tensors where the tensors are, by name
 */
record Header(SortedMap<String, String> metadata, SortedMap<String, Entry> tensors) {

  /**
   * Where a tensor is.
   *
   * @param type of its elements
   * @param shape sizes, outermost first
   * @param begin first byte after the header
   * @param end one past its last byte
   */
  record Entry(ElementType type, List<Integer> shape, long begin, long end) {}
}
