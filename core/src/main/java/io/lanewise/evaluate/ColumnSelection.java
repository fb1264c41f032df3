package io.lanewise.evaluate;

import io.lanewise.profile.Treatment;
import java.util.List;
import java.util.Map;

/**
 * Which columns the user wants scored, and how. A name stands for all columns of that name.
 *
 * @param only the columns to score; all where empty
 * @param except columns not to score
 * @param treatments how single columns are to become symbols
 * @param otherwise how all other columns are to become symbols
 */
public record ColumnSelection(
    List<String> only,
    List<String> except,
    Map<String, Treatment> treatments,
    Treatment otherwise) {

  /** All columns, each as its type suggests. */
  public static final ColumnSelection ALL =
      new ColumnSelection(List.of(), List.of(), Map.of(), new Treatment.Automatic());

  /** Copies the collections. */
  public ColumnSelection {
    only = List.copyOf(only);
    except = List.copyOf(except);
    treatments = Map.copyOf(treatments);
  }

  /** How the columns of this name are to become symbols. */
  Treatment treatment(String name) {
    return treatments.getOrDefault(name, otherwise);
  }

  /** Whether columns of this name are wanted. */
  boolean wants(String name) {
    return (only.isEmpty() || only.contains(name)) && !except.contains(name);
  }
}
