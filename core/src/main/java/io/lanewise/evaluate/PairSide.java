package io.lanewise.evaluate;

import io.lanewise.measure.ContingencyTable;

/**
 * One side of a pair of columns.
 *
 * @param table its joint counts
 * @param dependence what they say of each other
 */
record PairSide(ContingencyTable table, PairDependence dependence) {}
