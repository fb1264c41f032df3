package io.lanewise.gate;

import io.lanewise.evaluate.ColumnMatch;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.NearestName;
import java.util.List;

/**
 * Which columns may be named, known before any row is counted.
 *
 * @param matching the columns of both tables
 */
public record ScoredColumns(ColumnMatching matching) {

  /** Whether a column of this name is scored. */
  public boolean contains(String name) {
    return !matches(name).isEmpty();
  }

  /** The columns of a name. */
  List<ColumnMatch> matches(String name) {
    return matching.matches().stream().filter(match -> match.real().name().equals(name)).toList();
  }

  /** Why there is no scored column of this name, or which one could be meant. */
  public String absence(String name) {
    String shown = "'" + Excerpt.of(name) + "'";
    return matching.notScored().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .map(column -> "column " + shown + " is not scored: " + column.reason())
        .orElseGet(() -> "no scored column " + shown + "; " + hint(name));
  }

  private String hint(String name) {
    return NearestName.hint(
        name, matching.matches().stream().map(match -> match.real().name()).distinct().toList());
  }
}
