package io.lanewise.gan.codec;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Field;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A column that is a function of another, and takes no floats.
 *
 * @param base index of the other column
 * @param told the codec of the other, all of whose symbols floats tell
 * @param symbols for each symbol of the other that of this one
 * @param own the values of this one
 */
@SuppressWarnings("ArrayRecordComponent") // held by one codec, never compared
record DeterminedCodec(int base, ValueCodec told, int[] symbols, ValueCodec own)
    implements ColumnCodec {

  @Override
  public List<RowLayout.Choice> choices() {
    return List.of(new RowLayout.Single());
  }

  @Override
  public Encoder encoder() {
    return (column, from, to, rows, firstRow) -> {};
  }

  /**
   * Adds the column of the first rows to a batch.
   *
   * @param rows the floats of the other column
   */
  @Override
  public void decode(
      BlockRows rows, int count, UniformRandomProvider rng, Field field, BatchBuilder batch) {
    int[] decoded = told.symbols(rows, count);
    for (int row = 0; row < count; row++) {
      decoded[row] = symbols[decoded[row]];
    }
    own.decode(decoded, field, batch);
  }
}
