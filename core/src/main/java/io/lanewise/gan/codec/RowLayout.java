package io.lanewise.gan.codec;

import java.util.List;

/**
 * Where the columns of a table lie in a row of floats: what a generator writes and a discriminator
 * reads.
 *
 * @param blocks one per column that takes floats, in order and without gaps
 */
public record RowLayout(List<Block> blocks) {

  /**
   * The floats of one column: one for each of its choices, 1 for the choice that is taken and 0 for
   * the others; then, if a choice has a position, one in -1..1, which is 0 beside a choice that has
   * none. A column of one choice has only the position.
   *
   * <p>A category is a choice without a position; so are null and a single number that takes much
   * of the mass. A stretch of the number line is a choice with a position.
   *
   * @param from index of the first float
   * @param choices what can be taken
   */
  public record Block(int from, List<Choice> choices) {

    /** Copies the list and checks it. */
    public Block {
      choices = List.copyOf(choices);
      if (choices.isEmpty() || (choices.size() == 1 && !choices.getFirst().hasPosition())) {
        throw new IllegalArgumentException(
            choices.size() + " choices, expected two, or one that has a position");
      }
    }

    /** Number of floats that tell the choice: none where there is no choice. */
    public int flags() {
      return choices.size() == 1 ? 0 : choices.size();
    }

    /** Whether the last float is a position. */
    public boolean hasPosition() {
      return choices.stream().anyMatch(Choice::hasPosition);
    }

    /** Number of floats. */
    public int width() {
      return flags() + (hasPosition() ? 1 : 0);
    }
  }

  /** One of the things that a value of a column can be. */
  public sealed interface Choice {

    /** Whether the value has a position within the choice. */
    default boolean hasPosition() {
      return this instanceof Stretch;
    }
  }

  /** A single value, or several that are not told apart. */
  public record Single() implements Choice {}

  /**
   * A stretch of the number line. Where real values are atoms, their positions are a few levels,
   * and whoever generates positions takes the level of the step that a position falls into:
   * otherwise it would be told from real rows by that alone.
   *
   * @param ends where the steps end, ascending; the first begins at -1, the last ends at 1; no step
   *     where values are spread
   * @param levels the position that a step has; NaN where it is spread, and positions stay
   */
  public record Stretch(List<Float> ends, List<Float> levels) implements Choice {

    /** A stretch whose values are spread throughout. */
    public static final Stretch SPREAD = new Stretch(List.of(), List.of());

    /** Copies the lists and checks them. */
    public Stretch {
      ends = List.copyOf(ends);
      levels = List.copyOf(levels);
      if (ends.size() != levels.size()) {
        throw new IllegalArgumentException(
            ends.size() + " ends of steps and " + levels.size() + " levels, expected as many");
      }
      float last = -1;
      for (float end : ends) {
        if (!(end > last)) {
          throw new IllegalArgumentException("a step ends at " + end + " after " + last);
        }
        last = end;
      }
      if (!ends.isEmpty() && last != 1) {
        throw new IllegalArgumentException("the last step ends at " + last + ", expected 1");
      }
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
