package io.lanewise.profile;

import java.util.List;

/**
 * The symbol space that two data sets are compared in: fitted once on the real data, then frozen.
 *
 * @param columns the columns that are counted, in the order of the real data
 */
public record Reference(List<ReferenceColumn> columns) {

  /** Copies the list. */
  public Reference {
    columns = List.copyOf(columns);
  }
}
