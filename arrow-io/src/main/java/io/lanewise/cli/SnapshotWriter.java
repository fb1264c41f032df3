package io.lanewise.cli;

import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SequentialComparison;
import io.lanewise.gate.Gates;
import io.lanewise.gate.Rule;
import io.lanewise.report.GateResult;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.Snapshot;
import io.lanewise.report.SnapshotLines;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes snapshots to standard output, a line each. */
final class SnapshotWriter {

  private final Streams streams;
  private final Format format;
  private final InformationUnit unit;
  private final List<Rule> rules;
  private final Charset charset;
  private final SnapshotLines lines;
  private boolean begun;
  private long rowsBefore;

  /**
   * A writer that has written nothing.
   *
   * @param format text or JSON
   * @param rules what may be crossed
   * @param sequential whether there will be a sequential test
   */
  SnapshotWriter(
      Streams streams, Format format, InformationUnit unit, List<Rule> rules, boolean sequential) {
    this.streams = streams;
    this.format = format;
    this.unit = unit;
    this.rules = List.copyOf(rules);
    this.charset = format == Format.TEXT ? streams.outCharset() : StandardCharsets.UTF_8;
    this.lines = new SnapshotLines(unit, charset, sequential);
  }

  /** Whether the lines are JSON. */
  boolean isJson() {
    return format == Format.JSON;
  }

  /**
   * Writes a line.
   *
   * @param rows generated rows so far
   * @param comparison the sequential test; null if nobody wants it
   * @param last whether the data has ended
   * @return whether anybody reads on
   */
  boolean write(
      long rows, Scorecard card, @Nullable SequentialComparison comparison, boolean last) {
    List<String> crossed =
        Gates.evaluate(rules, card, unit).stream()
            .filter(GateResult::crossed)
            .map(GateResult::rule)
            .toList();
    Snapshot snapshot = new Snapshot(rows, card, comparison, crossed, last);
    String text = format == Format.JSON ? lines.json(snapshot) : text(snapshot);
    begun = true;
    rowsBefore = rows;
    return streams.write(text.getBytes(charset));
  }

  /** The end of the data is no news to people, who see the command end. */
  private String text(Snapshot snapshot) {
    String heading = begun ? "" : lines.heading();
    boolean news = !begun || snapshot.rows() > rowsBefore;
    return heading + (news ? lines.text(snapshot) : "");
  }
}
