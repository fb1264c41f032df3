package io.lanewise.report;

/** A difference beyond the noise, to be told in words. */
sealed interface Finding permits CellFinding, ColumnFinding, PairFinding {

  /** How much it matters, in nats: what findings are ranked by. */
  double nats();

  /** The difference in one sentence, without a full stop. */
  String sentence(Wording wording);
}
