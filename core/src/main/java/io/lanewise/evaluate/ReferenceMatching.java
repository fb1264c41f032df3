package io.lanewise.evaluate;

import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.profile.Reference;
import io.lanewise.profile.ReferenceColumn;
import io.lanewise.profile.Treatment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the columns of a reference in both sides. Other than where both tables are there to choose
 * from, none may be missing: the reference is the choice.
 */
final class ReferenceMatching {

  private static final int MISSING = -1;

  private final Reference reference;
  private final List<String> problems = new ArrayList<>();

  private ReferenceMatching(Reference reference) {
    this.reference = reference;
  }

  /** The columns of the real data that the reference was fitted to. */
  static Schema schema(Reference reference) {
    return new Schema(
        reference.columns().stream()
            .map(column -> new Field(column.name(), column.type()))
            .toList());
  }

  /**
   * One match per reference column; further columns are listed as not scored.
   *
   * @throws DataException if a column is missing or of a type that does not compare; the message
   *     names all of them
   */
  static ColumnMatching of(Reference reference, Schema real, Schema generated) {
    return new ReferenceMatching(reference).match(real, generated);
  }

  private ColumnMatching match(Schema real, Schema generated) {
    int[] inReal = positions(real, "real");
    int[] inGenerated = positions(generated, "generated");
    if (!problems.isEmpty()) {
      throw new DataException(String.join("; ", problems));
    }
    List<ColumnMatch> matches = new ArrayList<>();
    for (int i = 0; i < inReal.length; i++) {
      matches.add(
          new ColumnMatch(
              inReal[i],
              inGenerated[i],
              real.fields().get(inReal[i]),
              generated.fields().get(inGenerated[i]),
              new Treatment.Automatic()));
    }
    List<NotScored> notScored = new ArrayList<>();
    addOthers(notScored, NotScored.Side.REAL, real, inReal, "not in the reference");
    addOthers(notScored, NotScored.Side.GENERATED, generated, inGenerated, "not in the real data");
    return new ColumnMatching(matches, notScored);
  }

  private static void addOthers(
      List<NotScored> notScored,
      NotScored.Side side,
      Schema schema,
      int[] positions,
      String reason) {
    Set<Integer> taken = new HashSet<>(IntStream.of(positions).boxed().toList());
    for (int i = 0; i < schema.fields().size(); i++) {
      if (!taken.contains(i)) {
        Field field = schema.fields().get(i);
        notScored.add(new NotScored(field.name(), side, field.type().name(), reason));
      }
    }
  }

  private int[] positions(Schema schema, String side) {
    int[] positions = new int[reference.columns().size()];
    boolean same = sameNames(schema);
    for (int i = 0; i < positions.length; i++) {
      ReferenceColumn column = reference.columns().get(i);
      positions[i] = same ? i : position(schema, column);
      if (positions[i] == MISSING) {
        problems.add("column '%s' is not in the %s data".formatted(column.name(), side));
      } else {
        check(column, schema.fields().get(positions[i]), side);
      }
    }
    return positions;
  }

  /**
   * The reference's own columns, in order, are taken one by one: of two columns of one name it may
   * hold the second alone.
   */
  private boolean sameNames(Schema schema) {
    return schema.fields().stream()
        .map(Field::name)
        .toList()
        .equals(reference.columns().stream().map(ReferenceColumn::name).toList());
  }

  private static int position(Schema schema, ReferenceColumn column) {
    int before = 0;
    for (int i = 0; i < schema.fields().size(); i++) {
      if (schema.fields().get(i).name().equals(column.name()) && before++ == column.occurrence()) {
        return i;
      }
    }
    return MISSING;
  }

  private void check(ReferenceColumn column, Field field, String side) {
    Family family = field.type().family();
    if (!column.type().family().comparableWith(family)) {
      problems.add(
          "column '%s' is %s in the reference and %s in the %s data, which do not compare"
              .formatted(column.name(), column.type().name(), field.type().name(), side));
    }
  }
}
