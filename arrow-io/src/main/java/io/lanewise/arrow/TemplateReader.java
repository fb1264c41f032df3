package io.lanewise.arrow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the template of a table from what is known of its inputs without reading a row. */
final class TemplateReader {

  private final List<ArrowTable.Part> parts;
  private final TableLayout layout;
  private final Map<Long, TemplateDictionary> dictionaries = new LinkedHashMap<>();

  /** Columns may share a dictionary, in one input or in all. */
  private final Set<Taken> taken = new HashSet<>();

  /**
   * That a dictionary has what a chain of messages holds.
   *
   * @param id of the template's dictionary
   * @param chain of one input
   */
  private record Taken(long id, DictionaryChain chain) {}

  private TemplateReader(List<ArrowTable.Part> parts) {
    this.parts = parts;
    this.layout = parts.getFirst().index().layout();
  }

  static TableTemplate read(List<ArrowTable.Part> parts) {
    return new TemplateReader(parts).build();
  }

  private TableTemplate build() {
    List<SchemaCopy.Kept> kept = new ArrayList<>();
    List<TableTemplate.Column> columns = new ArrayList<>();
    List<io.lanewise.column.Field> leftOut = new ArrayList<>();
    for (int i = 0; i < layout.columns().size(); i++) {
      ColumnLayout column = layout.columns().get(i);
      if (column.nested()) {
        leftOut.add(column.field());
      } else {
        boolean nullable = nullable(i);
        kept.add(new SchemaCopy.Kept(i, nullable));
        columns.add(new TableTemplate.Column(column, nullable));
        readDictionary(i);
      }
    }
    for (TableTemplate.Column column : columns) {
      checkReach(column.layout());
    }
    var source = new SchemaCopy(layout.declared(), kept);
    return new TableTemplate(columns, leftOut, source, dictionaries);
  }

  private boolean nullable(int column) {
    return parts.stream()
        .anyMatch(part -> part.index().layout().declared().fields(column).nullable());
  }

  private void readDictionary(int column) {
    ColumnLayout.Encoding encoding = layout.columns().get(column).encoding();
    if (encoding == null) {
      return;
    }
    TypeLayout type = Objects.requireNonNull(layout.dictionaries().get(encoding.id()));
    TemplateDictionary dictionary =
        dictionaries.computeIfAbsent(encoding.id(), _ -> new TemplateDictionary(type.storage()));
    for (ArrowTable.Part part : parts) {
      long id = Objects.requireNonNull(part.index().layout().columns().get(column).encoding()).id();
      // What a chain holds last holds all that it held before.
      Map<DictionaryChain, Integer> chains = new LinkedHashMap<>();
      Stream.concat(
              part.index().batches().stream().map(IndexedBatch::dictionaries),
              Stream.of(part.index().dictionaries()))
          .distinct()
          .forEach(set -> note(set.version(id), chains));
      chains.forEach(
          (chain, length) -> {
            if (taken.add(new Taken(encoding.id(), chain))) {
              take(chain, length, dictionary);
            }
          });
    }
  }

  private static void note(
      @Nullable DictionaryVersion version, Map<DictionaryChain, Integer> chains) {
    if (version != null) {
      chains.merge(version.chain(), version.parts(), Math::max);
    }
  }

  private static void take(DictionaryChain chain, int length, TemplateDictionary dictionary) {
    chain.retain();
    try {
      dictionary.add(chain.values(length));
    } finally {
      chain.release();
    }
  }

  private void checkReach(ColumnLayout column) {
    ColumnLayout.Encoding encoding = column.encoding();
    if (encoding == null) {
      return;
    }
    int size = Objects.requireNonNull(dictionaries.get(encoding.id())).codes().size();
    if (size > 0 && !encoding.width().holds(size - 1L)) {
      throw new MalformedException(
          "column \"%s\": its dictionaries have %d values together, and the indices are %s"
              .formatted(column.field().name(), size, encoding.width()));
    }
  }
}
