package io.lanewise.profile;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.Column;
import java.math.BigInteger;

/**
 * Room for a block of any column, in every form that columns hand their values out in. One thread
 * has one for all of its columns: what is in it holds until the next block is read.
 */
final class BlockScratch {
  final double[] doubles = new double[Column.BLOCK];
  final long[] longs = new long[Column.BLOCK];
  final BigInteger[] wides = new BigInteger[Column.BLOCK];
  final int[] indices = new int[Column.BLOCK];
  final int[] codes = new int[Column.BLOCK];
  final BytesBlock strings = new BytesBlock();
  final long[] validity = new long[Column.VALIDITY_WORDS];
}
