package io.lanewise.evaluate;

import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.profile.Treatment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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

  /**
   * Pairs the selected columns.
   *
   * @throws SelectionException if the selection names a column that neither table has, wants to bin
   *     one that has no order, or gives edges that do not ascend
   */
  public static ColumnMatching of(Schema real, Schema generated, ColumnSelection selection) {
    checkNames(real, generated, selection);
    Map<String, Deque<Integer>> byName = new HashMap<>();
    for (int i = 0; i < generated.fields().size(); i++) {
      String name = generated.fields().get(i).name();
      byName.computeIfAbsent(name, key -> new ArrayDeque<>()).add(i);
    }
    List<ColumnMatch> matches = new ArrayList<>();
    List<NotScored> notScored = new ArrayList<>();
    for (int i = 0; i < real.fields().size(); i++) {
      Field field = real.fields().get(i);
      Deque<Integer> candidates = byName.getOrDefault(field.name(), new ArrayDeque<>());
      Integer position = candidates.poll();
      if (!selection.wants(field.name())) {
        continue;
      }
      if (position == null) {
        notScored.add(oneSided(field, NotScored.Side.REAL, "not in the generated data"));
        continue;
      }
      Field other = generated.fields().get(position);
      if (field.type().family().comparableWith(other.type().family())) {
        Treatment treatment = selection.treatment(field.name());
        checkTreatment(field, other, treatment);
        matches.add(new ColumnMatch(i, position, field, other, treatment));
      } else {
        notScored.add(incomparable(field, other));
      }
    }
    byName.values().stream()
        .flatMap(Deque::stream)
        .sorted()
        .map(generated.fields()::get)
        .filter(field -> selection.wants(field.name()))
        .map(field -> oneSided(field, NotScored.Side.GENERATED, "not in the real data"))
        .forEach(notScored::add);
    if (matches.isEmpty() && notScored.isEmpty() && !real.fields().isEmpty()) {
      throw new SelectionException("no column is left to score");
    }
    return new ColumnMatching(matches, notScored);
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

  private static void checkNames(Schema real, Schema generated, ColumnSelection selection) {
    Set<String> known = new LinkedHashSet<>();
    real.fields().forEach(field -> known.add(field.name()));
    generated.fields().forEach(field -> known.add(field.name()));
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
