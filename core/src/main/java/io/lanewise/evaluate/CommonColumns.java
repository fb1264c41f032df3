package io.lanewise.evaluate;

import io.lanewise.column.DataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The columns that the real data has in common with every one of several generated sets.
 *
 * @param matchings one per set, all of the same columns of the real data in the same order
 * @param notScored the others, each with the reason
 */
record CommonColumns(List<ColumnMatching> matchings, List<NotScored> notScored) {

  /**
   * Finds them.
   *
   * @throws SelectionException if the selection does not fit one of the sets
   * @throws DataException if there is none
   */
  static CommonColumns of(ScoreInput real, List<ScoreInput> generated, ColumnSelection selection) {
    List<ColumnMatching> matchings =
        generated.stream().map(set -> ColumnMatching.of(real, set, selection)).toList();
    Set<Integer> common = new TreeSet<>(positions(matchings.getFirst()));
    matchings.forEach(matching -> common.retainAll(positions(matching)));
    List<NotScored> notScored = notScored(generated, matchings);
    if (common.isEmpty()) {
      throw new DataException(
          real.source()
              + ": no column can be compared with "
              + (generated.size() == 1
                  ? generated.getFirst().source()
                  : "all " + generated.size() + " generated sets")
              + notScored.stream()
                  .findFirst()
                  .map(column -> "; '" + column.name() + "': " + column.reason())
                  .orElse(""));
    }
    return new CommonColumns(
        matchings.stream().map(matching -> restricted(matching, common)).toList(), notScored);
  }

  private static List<Integer> positions(ColumnMatching matching) {
    return matching.matches().stream().map(ColumnMatch::realPosition).toList();
  }

  private static ColumnMatching restricted(ColumnMatching matching, Set<Integer> common) {
    return new ColumnMatching(
        matching.matches().stream().filter(match -> common.contains(match.realPosition())).toList(),
        matching.notScored());
  }

  /** Each once, with the sets that it is about where these are not all of them. */
  private static List<NotScored> notScored(
      List<ScoreInput> generated, List<ColumnMatching> matchings) {
    Map<NotScored, List<String>> sources = new LinkedHashMap<>();
    for (int i = 0; i < matchings.size(); i++) {
      String source = generated.get(i).source();
      matchings
          .get(i)
          .notScored()
          .forEach(column -> sources.computeIfAbsent(column, c -> new ArrayList<>()).add(source));
    }
    return sources.entrySet().stream()
        .map(entry -> about(entry.getKey(), entry.getValue(), generated.size()))
        .toList();
  }

  private static NotScored about(NotScored column, List<String> sources, int sets) {
    if (sources.size() == sets) {
      return column;
    }
    String names = sources.stream().collect(Collectors.joining(", "));
    return new NotScored(
        column.name(), column.side(), column.type(), column.reason() + ": " + names);
  }
}
