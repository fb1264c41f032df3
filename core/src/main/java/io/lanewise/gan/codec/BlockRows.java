package io.lanewise.gan.codec;

import java.util.List;

/**
 * The floats of one column in rows of floats.
 *
 * @param rows all rows, one after the other
 * @param width floats of a row
 * @param from the column's first float in a row
 * @param choices its choices; 1 if it has no floats, for there is nothing to choose
 * @param hasPosition whether a position follows the choices
 */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record BlockRows(float[] rows, int width, int from, int choices, boolean hasPosition) {

  static BlockRows of(float[] rows, int width, int from, List<RowLayout.Choice> choices) {
    boolean hasPosition = choices.stream().anyMatch(RowLayout.Choice::hasPosition);
    return new BlockRows(rows, width, from, choices.size(), hasPosition);
  }

  /** Takes a choice in a row that is zeros so far. */
  void put(int row, int choice, float position) {
    int first = row * width + from;
    if (choices > 1) {
      rows[first + choice] = 1;
    }
    if (hasPosition) {
      rows[first + positionOffset()] = position;
    }
  }

  /** The choice with the largest float, the lowest of equal ones. */
  int choice(int row) {
    if (choices == 1) {
      return 0;
    }
    int first = row * width + from;
    int largest = 0;
    for (int i = 1; i < choices; i++) {
      if (rows[first + i] > rows[first + largest]) {
        largest = i;
      }
    }
    return largest;
  }

  float position(int row) {
    return rows[row * width + from + positionOffset()];
  }

  private int positionOffset() {
    return choices > 1 ? choices : 0;
  }
}
