package io.lanewise.arrow;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes positions in a dictionary that is fixed; a value that is not in it is refused. */
final class IndexEncoder extends ColumnEncoder {

  private static final int NOT_LOOKED_UP = -2;

  private final IntegerWidth width;
  private final DictionaryCodes codes;
  private final boolean nullAsCode;
  private final OutputBuffer data = new OutputBuffer();

  /** Of the dictionary of the latest rows that had one, and its positions in ours. */
  private @Nullable StagedValues known;

  private int[] knownCodes = new int[0];

  IndexEncoder(IntegerWidth width, DictionaryCodes codes, boolean nullable) {
    super(nullable);
    this.width = width;
    this.codes = codes;
    nullAsCode = !nullable && codes.nullCode() != DictionaryCodes.NONE;
  }

  /** A column that has no nulls of its own may still point at one. */
  @Override
  boolean isNull(StagedRows block, int row) {
    return !nullAsCode && block.isNull(row);
  }

  @Override
  void appendValues(StagedRows block, long ordinal) {
    int count = block.count();
    long at = data.extend((long) count * width.bytes());
    for (int i = 0; i < count; i++, at += width.bytes()) {
      if (!block.isNull(i)) {
        width.store(data.segment(), at, code(block, i, ordinal));
      } else if (nullAsCode) {
        width.store(data.segment(), at, codes.nullCode());
      }
    }
  }

  private int code(StagedRows block, int row, long ordinal) {
    int at = block.position(row);
    StagedValues values = block.values();
    int code = block.encoded() ? remembered(values, at) : codes.code(values, at);
    if (code == DictionaryCodes.NONE) {
      throw misfit(
          ordinal + row,
          values.show(at),
          "one of the " + codes.size() + " values of the column's dictionary");
    }
    return code;
  }

  private int remembered(StagedValues values, int at) {
    if (known != values) {
      known = values;
      knownCodes = new int[0];
    }
    if (at >= knownCodes.length) {
      int before = knownCodes.length;
      knownCodes = Arrays.copyOf(knownCodes, Math.max(at + 1, 2 * before));
      Arrays.fill(knownCodes, before, knownCodes.length, NOT_LOOKED_UP);
    }
    if (knownCodes[at] == NOT_LOOKED_UP) {
      knownCodes[at] = codes.code(values, at);
    }
    return knownCodes[at];
  }

  @Override
  List<OutputBuffer> data() {
    return List.of(data);
  }
}
