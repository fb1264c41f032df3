package io.lanewise.gan.codec;

import java.util.List;

/**
 * Where the columns of a table lie in a row of floats: what a generator writes and a discriminator
 * reads.
 *
 * @param blocks one per column that varies, in order and without gaps
 */
public record RowLayout(List<Block> blocks) {

  /**
   * The floats of one column: one for each of its choices, 1 for the choice that is taken and 0 for
   * the others; then, if some choices have a position, one in -1..1, which is 0 beside a choice
   * that has none.
   *
   * <p>A category is a choice without a position; so are null and a single number that takes much
   * of the mass. A stretch of the number line is a choice with a position. A column that is one
   * stretch has no choices, only the position.
   *
   * @param from index of the first float
   * @param positioned for each choice, whether it has a position; empty, or at least two
   */
  public record Block(int from, List<Boolean> positioned) {

    /** Copies the list and checks its size. */
    public Block {
      positioned = List.copyOf(positioned);
      if (positioned.size() == 1) {
        throw new IllegalArgumentException("1 choice, expected none or at least 2");
      }
    }

    /** Number of choices, 0 for a column that is a position alone. */
    public int choices() {
      return positioned.size();
    }

    /** Whether the last float is a position. */
    public boolean hasPosition() {
      return positioned.isEmpty() || positioned.contains(true);
    }

    /** Number of floats. */
    public int width() {
      return choices() + (hasPosition() ? 1 : 0);
    }
  }

  /** Copies the list and checks that the blocks lie side by side. */
  public RowLayout {
    blocks = List.copyOf(blocks);
    int next = 0;
    for (Block block : blocks) {
      if (block.from() != next) {
        throw new IllegalArgumentException("block begins at " + block.from() + ", not at " + next);
      }
      next += block.width();
    }
  }

  /** Number of floats of a row. */
  public int width() {
    return blocks.isEmpty() ? 0 : blocks.getLast().from() + blocks.getLast().width();
  }
}
