package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Field;
import io.lanewise.container.Entries;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reference column in a container. */
final class ColumnEntries {

  private ColumnEntries() {}

  static void write(ReferenceColumn column, Entries entries) {
    entries.put(new Field(column.name(), column.type()));
    entries.put("occurrence", Integer.toString(column.occurrence()));
    entries.put("identifier", Boolean.toString(column.identifier()));
    switch (column.binning()) {
      case Bins bins ->
          entries.put(
              "edges",
              bins.edges().stream().map(BigDecimal::toString).collect(Collectors.joining(" ")));
      case Categories categories -> SymbolEntries.write("known", categories.known(), entries);
    }
  }

  static ReferenceColumn read(Entries entries) {
    Field field = entries.field();
    return new ReferenceColumn(
        field.name(),
        Integer.parseInt(entries.word("occurrence")),
        field.type(),
        binning(field.type(), entries),
        Boolean.parseBoolean(entries.word("identifier")));
  }

  private static Binning binning(ColumnType type, Entries entries) {
    String edges = entries.optionalWord("edges");
    if (edges == null) {
      return new Categories(SymbolEntries.read("known", type.family(), entries));
    }
    List<BigDecimal> numbers = numbers(Arrays.stream(edges.split(" ", -1)));
    Bins bins = new Treatment.WithEdges(numbers).bins(type);
    for (int i = 0; i < numbers.size(); i++) {
      if (bins.edges().get(i).compareTo(numbers.get(i)) != 0) {
        throw new IllegalArgumentException(
            "%s/edges: edge %d is %s, expected a double, the next is %s"
                .formatted(entries.prefix(), i, numbers.get(i), bins.edges().get(i)));
      }
    }
    return bins;
  }

  private static List<BigDecimal> numbers(Stream<String> words) {
    return words.map(Entries::decimal).toList();
  }
}
