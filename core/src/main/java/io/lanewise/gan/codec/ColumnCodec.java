package io.lanewise.gan.codec;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Column;
import io.lanewise.column.Field;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** One column as choices and positions, and back. */
sealed interface ColumnCodec permits ValueCodec, DeterminedCodec {

  /** What a value can be; one choice without a position if the column takes no floats. */
  List<RowLayout.Choice> choices();

  /** Something that encodes batch after batch of the column. */
  Encoder encoder();

  /** Adds the column of the first rows to a batch. */
  void decode(
      BlockRows rows, int count, UniformRandomProvider rng, Field field, BatchBuilder batch);

  /** Encodes one column. One thread. */
  interface Encoder {

    /**
     * Encodes the rows {@code [from, to)}, at most a block, of a column.
     *
     * @param rows zeros, which are filled from {@code firstRow} on
     */
    void encode(Column column, int from, int to, BlockRows rows, int firstRow);
  }
}
