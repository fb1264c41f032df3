package io.lanewise.arrow;

import io.lanewise.column.ColumnType;

/**
 * A type as decoded from a schema.
 *
 * @param type name, family and step
 * @param storage how its values lie
 * @param extent what it takes of a record batch, without its children
 */
record TypeLayout(ColumnType type, Storage storage, Extent extent) {

  TypeLayout plus(Extent children) {
    return new TypeLayout(type, storage, extent.plus(children));
  }
}
