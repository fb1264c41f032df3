package io.lanewise.cli;

import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.SelectionException;
import io.lanewise.profile.Treatment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which columns the user chose, and where each choice was made.
 *
 * @param all all choices together
 * @param choices each by itself
 */
record ColumnChoices(ColumnSelection all, List<Choice> choices) {

  /**
   * One choice.
   *
   * @param origin the option, or the place in the specification
   * @param alone the selection that has this choice only
   */
  record Choice(String origin, ColumnSelection alone) {}

  /** All choices together, for a real table of this schema. */
  ColumnSelection selection(Schema real) {
    return asDoubles(all, real);
  }

  /** The failure with the choice that is to blame: the first that fails by itself. */
  UsageException explain(SelectionException failure, Schema real, Schema generated) {
    for (Choice choice : choices) {
      try {
        ColumnMatching.of(real, generated, asDoubles(choice.alone(), real));
      } catch (SelectionException e) {
        return new UsageException(choice.origin() + ": " + e.getMessage());
      }
    }
    return new UsageException(String.valueOf(failure.getMessage()));
  }

  /**
   * Takes the edges of floating columns for doubles. Reports write those as the shortest decimals
   * that read back, which need not be the doubles' exact values: 43.07 as an exact number would lie
   * above the value 43.07 of the column.
   */
  private static ColumnSelection asDoubles(ColumnSelection selection, Schema real) {
    Set<String> floating =
        real.fields().stream()
            .filter(field -> field.type().family() == Family.FLOATING)
            .map(Field::name)
            .collect(Collectors.toSet());
    Map<String, Treatment> treatments = new HashMap<>(selection.treatments());
    treatments.replaceAll(
        (name, treatment) ->
            treatment instanceof Treatment.WithEdges given && floating.contains(name)
                ? asDoubles(given)
                : treatment);
    return new ColumnSelection(
        selection.only(), selection.except(), treatments, selection.otherwise());
  }

  private static Treatment asDoubles(Treatment.WithEdges given) {
    return new Treatment.WithEdges(
        given.edges().stream().map(edge -> new BigDecimal(edge.doubleValue())).toList());
  }
}
