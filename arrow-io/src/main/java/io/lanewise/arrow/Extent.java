package io.lanewise.arrow;

/**
 * How much of a record batch's lists belongs to a field and what lies below it.
 *
 * @param nodes field nodes
 * @param buffers buffers, without the further ones of views
 * @param views fields of views, each of which has a count of further buffers
 */
record Extent(int nodes, int buffers, int views) {

  static final Extent NONE = new Extent(0, 0, 0);

  /** One node with {@code buffers} buffers. */
  static Extent node(int buffers) {
    return new Extent(1, buffers, 0);
  }

  Extent plus(Extent other) {
    return new Extent(nodes + other.nodes, buffers + other.buffers, views + other.views);
  }
}
