package io.lanewise.evaluate;

import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.profile.ColumnPlan;
import io.lanewise.profile.Treatment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs the columns of two tables by name; columns of one name are paired in their order.
 *
 * @param matches the columns that are compared, in the order of the real data
 * @param notScored those that are not, each with the reason
 */
public record ColumnMatching(List<ColumnMatch> matches, List<NotScored> notScored) {

  /** Copies the lists. */
  public ColumnMatching {
    matches = List.copyOf(matches);
    notScored = List.copyOf(notScored);
  }

  /** What a reference of the real data is fitted to: its compared columns, each as it is taken. */
  public List<ColumnPlan> plans() {
    return matches.stream()
        .map(match -> new ColumnPlan(match.realPosition(), match.treatment()))
        .toList();
  }

  /**
   * Pairs the selected columns of two tables.
   *
   * @throws SelectionException if the selection names a column that neither table has, wants to bin
   *     one that has no order, or gives edges that do not ascend
   */
  public static ColumnMatching of(Schema real, Schema generated, ColumnSelection selection) {
    return of(NamedColumn.of(real), NamedColumn.of(generated), selection);
  }

  /**
   * Pairs the selected columns of two sides. Of counts, a column's position is that in their
   * reference.
   *
   * @throws SelectionException if the selection does not fit, as with two tables
   */
  public static ColumnMatching of(
      ScoreInput real, ScoreInput generated, ColumnSelection selection) {
    return of(NamedColumn.of(real), NamedColumn.of(generated), selection);
  }

  private static ColumnMatching of(
      List<NamedColumn> real, List<NamedColumn> generated, ColumnSelection selection) {
    checkNames(real, generated, selection);
    Map<Place, Integer> left = new LinkedHashMap<>();
    for (int i = 0; i < generated.size(); i++) {
      left.put(Place.of(generated.get(i)), i);
    }
    List<ColumnMatch> matches = new ArrayList<>();
    List<NotScored> notScored = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      Field field = real.get(i).field();
      Integer position = left.remove(Place.of(real.get(i)));
      if (!selection.wants(field.name())) {
        continue;
      }
      if (position == null) {
        notScored.add(oneSided(field, NotScored.Side.REAL, "not in the generated data"));
        continue;
      }
      Field other = generated.get(position).field();
      if (field.type().family().comparableWith(other.type().family())) {
        Treatment treatment = selection.treatment(field.name());
        checkTreatment(field, other, treatment);
        matches.add(new ColumnMatch(i, position, field, other, treatment));
      } else {
        notScored.add(incomparable(field, other));
      }
    }
    left.values().stream()
        .map(position -> generated.get(position).field())
        .filter(field -> selection.wants(field.name()))
        .map(field -> oneSided(field, NotScored.Side.GENERATED, "not in the real data"))
        .forEach(notScored::add);
    if (matches.isEmpty() && notScored.isEmpty() && !real.isEmpty()) {
      throw new SelectionException("no column is left to score");
    }
    return new ColumnMatching(matches, notScored);
  }

  /** By what columns of both sides find each other. */
  private record Place(String name, int occurrence) {
    static Place of(NamedColumn column) {
      return new Place(column.name(), column.occurrence());
    }
  }

  private static NotScored oneSided(Field field, NotScored.Side side, String reason) {
    return new NotScored(field.name(), side, field.type().name(), reason);
  }

  private static NotScored incomparable(Field real, Field generated) {
    boolean nested =
        real.type().family() == Family.NESTED || generated.type().family() == Family.NESTED;
    String types = real.type().name() + " / " + generated.type().name();
    String reason =
        nested
            ? "nested types are not scored"
            : "a "
                + real.type().family().comparison()
                + " cannot be compared with a "
                + generated.type().family().comparison();
    return new NotScored(
        real.name(),
        NotScored.Side.BOTH,
        real.type().name().equals(generated.type().name()) ? real.type().name() : types,
        reason);
  }

  private static void checkTreatment(Field real, Field generated, Treatment treatment) {
    switch (treatment) {
      case Treatment.Automatic automatic -> {}
      case Treatment.AsCategories categories -> {}
      case Treatment.AsNumbers numbers -> checkOrdered(real, generated);
      case Treatment.WithEdges given -> {
        checkOrdered(real, generated);
        checkEdges(real, given);
      }
    }
  }

  /** Here, because the fitter would find out only after it has read the table. */
  private static void checkEdges(Field field, Treatment.WithEdges given) {
    try {
      given.bins(field.type());
    } catch (IllegalArgumentException e) {
      throw new SelectionException("column '" + field.name() + "': " + e.getMessage(), e);
    }
  }

  private static void checkOrdered(Field real, Field generated) {
    Family family = generated.type().family();
    if (!real.type().family().ordered()) {
      throw notOrdered(real);
    }
    if (!family.ordered() && family != Family.NULL) {
      throw notOrdered(generated);
    }
  }

  private static SelectionException notOrdered(Field field) {
    return new SelectionException(
        "column '"
            + field.name()
            + "' cannot be binned: it is "
            + field.type().name()
            + ", expected a number, a date or a time");
  }

  private static void checkNames(
      List<NamedColumn> real, List<NamedColumn> generated, ColumnSelection selection) {
    Set<String> known = new LinkedHashSet<>();
    real.forEach(column -> known.add(column.name()));
    generated.forEach(column -> known.add(column.name()));
    Set<String> named = new LinkedHashSet<>(selection.only());
    named.addAll(selection.except());
    named.addAll(selection.treatments().keySet());
    for (String name : named) {
      if (!known.contains(name)) {
        throw new SelectionException("no column '" + name + "'; " + NearestName.hint(name, known));
      }
    }
  }
}
