package io.lanewise.gan.codec;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Field;
import java.util.Optional;

/**
 * A column told by floats of its own. Its <i>symbols</i> are values that it knows exactly: the
 * words, or what is no number, the spikes and the knots, null among them.
 */
sealed interface ValueCodec extends ColumnCodec permits NumberCodec, CategoryCodec {

  /** What a user should know, if anything. */
  Optional<String> note();

  /** Number of symbols. */
  int symbolCount();

  /** Whether floats tell the symbol, with nothing drawn. */
  boolean isTold();

  /** The symbol that the floats of each of the first rows tell, of a number the nearest one. */
  int[] symbols(BlockRows rows, int count);

  /** Adds a column of symbols to a batch. */
  void decode(int[] symbols, Field field, BatchBuilder batch);
}
