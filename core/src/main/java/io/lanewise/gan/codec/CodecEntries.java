package io.lanewise.gan.codec;

import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A codec in a container: {@code codec/column/i/...} for column i of what it decodes to, and {@code
 * codec/unused/i/...} for what is left out.
 */
final class CodecEntries {

  private static final String ROOT = "codec";

  private CodecEntries() {}

  static void write(
      Schema schema,
      List<ColumnCodec> columns,
      List<Field> unused,
      Map<String, String> words,
      Map<String, Tensor> tensors) {
    for (int i = 0; i < columns.size(); i++) {
      Entries entries = new Entries(ROOT + "/column/" + i, words, tensors);
      entries.put(schema.fields().get(i));
      switch (columns.get(i)) {
        case ValueCodec values -> write(values, entries);
        case DeterminedCodec determined -> {
          write(determined.own(), entries);
          DeterminedEntries.write(determined, entries);
        }
      }
    }
    for (int i = 0; i < unused.size(); i++) {
      new Entries(ROOT + "/unused/" + i, words, tensors).put(unused.get(i));
    }
  }

  private static void write(ValueCodec codec, Entries entries) {
    switch (codec) {
      case NumberCodec numbers -> NumberEntries.write(numbers, entries);
      case CategoryCodec categories -> CategoryEntries.write(categories, entries);
    }
  }

  static TableCodec read(SortedMap<String, String> words, SortedMap<String, Tensor> tensors) {
    List<Field> fields = new ArrayList<>();
    List<ValueCodec> values = new ArrayList<>();
    List<Boolean> determined = new ArrayList<>();
    for (Entries entries = entries("column", 0, words, tensors);
        entries.optionalWord("name") != null;
        entries = entries("column", fields.size(), words, tensors)) {
      Field field = entries.field();
      Family family = field.type().family();
      fields.add(field);
      determined.add(DeterminedEntries.has(entries));
      values.add(
          family.ordered()
              ? NumberEntries.read(family, entries)
              : CategoryEntries.read(family, entries));
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("has no " + ROOT + "/column/0");
    }
    List<ColumnCodec> columns = new ArrayList<>(values);
    for (int i = 0; i < columns.size(); i++) {
      if (determined.get(i)) {
        Entries entries = entries("column", i, words, tensors);
        columns.set(i, DeterminedEntries.read(i, values, determined, entries));
      }
    }
    List<Field> unused = new ArrayList<>();
    for (Entries entries = entries("unused", 0, words, tensors);
        entries.optionalWord("name") != null;
        entries = entries("unused", unused.size(), words, tensors)) {
      unused.add(entries.field());
    }
    TableCodec codec = new TableCodec(new Schema(fields), columns, unused);
    SortedMap<String, String> againWords = new TreeMap<>();
    SortedMap<String, Tensor> againTensors = new TreeMap<>();
    codec.write(againWords, againTensors);
    if (!againWords.equals(ofCodec(words)) || !againTensors.equals(ofCodec(tensors))) {
      throw new IllegalArgumentException(ROOT + " is not in the form that Lanewise writes");
    }
    return codec;
  }

  private static Entries entries(
      String kind, int i, Map<String, String> words, Map<String, Tensor> tensors) {
    return new Entries(ROOT + "/" + kind + "/" + i, words, tensors);
  }

  /** The entries whose names begin with the root and a slash, after which the digit 0 comes. */
  private static <V> SortedMap<String, V> ofCodec(SortedMap<String, V> entries) {
    return entries.subMap(ROOT + "/", ROOT + "0");
  }
}
