package io.lanewise.arrow;

import java.util.List;

/** Writes rows that are all null, which takes no bytes at all. */
final class NullEncoder extends ColumnEncoder {

  /** The type has no other value, so a field that is declared not nullable has it too. */
  NullEncoder() {
    super(true);
  }

  @Override
  void appendValues(StagedRows block, long ordinal) {
    for (int i = 0; i < block.count(); i++) {
      if (!block.isNull(i)) {
        throw misfit(ordinal + i, block.values().show(block.position(i)), "null");
      }
    }
  }

  @Override
  List<OutputBuffer> data() {
    return List.of();
  }

  @Override
  List<OutputBuffer> buffers() {
    return List.of();
  }
}
