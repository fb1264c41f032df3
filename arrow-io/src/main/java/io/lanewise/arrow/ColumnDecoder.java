package io.lanewise.arrow;

import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import java.lang.foreign.MemorySegment;

/**
 * Lays a column over its buffers, once they are known to be long enough. What the values themselves
 * say (offsets, views, indices) is checked block by block when they are read: a column of gigabytes
 * is not walked twice.
 */
final class ColumnDecoder {

  private final Place place;
  private final int rows;
  private final Buffers buffers;

  ColumnDecoder(Place place, int rows, Buffers buffers) {
    this.place = place;
    this.rows = rows;
    this.buffers = buffers;
  }

  /** The column of the next buffers. */
  Column column(Storage storage) {
    return switch (storage) {
      case Storage.Integers(IntegerWidth width) -> integers(width);
      case Storage.Floats(FloatWidth width) ->
          new FloatingColumn(place, rows, validity(), width, data(width.bytes()));
      case Storage.Decimals(int words) -> wide(validity(), words, true);
      case Storage.Bits() -> new BooleanColumn(place, rows, validity(), bits());
      case Storage.Nulls() -> new NullColumn(place, rows);
      case Storage.Offsets _, Storage.Views _, Storage.FixedBytes _ -> bytes(storage);
      case Storage.Nested() -> throw new IllegalArgumentException("nested columns are not read");
    };
  }

  /** The indices of the next buffers into {@code dictionary}. */
  Column indices(IntegerWidth width, Column dictionary) {
    return new IndexColumn(place, rows, validity(), width, data(width.bytes()), dictionary);
  }

  /** The values of a dictionary: as a column, but never with a dictionary of their own. */
  Column values(Storage storage) {
    return storage instanceof Storage.Bits
        ? new BooleanTextColumn(new BooleanColumn(place, rows, validity(), bits()))
        : column(storage);
  }

  /** A column of no rows, in the form that {@code storage} has. */
  static Column empty(Place place, Storage storage) {
    MemorySegment nothing = MemorySegment.ofArray(new byte[0]);
    return switch (storage) {
      case Storage.Integers _, Storage.Decimals _ ->
          new IntegerColumn(place, 0, Validity.ALL, IntegerWidth.INT64, nothing);
      case Storage.Floats _ ->
          new FloatingColumn(place, 0, Validity.ALL, FloatWidth.DOUBLE, nothing);
      default -> TextColumn.of();
    };
  }

  private Column integers(IntegerWidth width) {
    Validity validity = validity();
    return width == IntegerWidth.UINT64
        ? wide(validity, 1, false)
        : new IntegerColumn(place, rows, validity, width, data(width.bytes()));
  }

  private Column wide(Validity validity, int words, boolean signed) {
    return new WideWords(data(words << 3), words, signed).column(place, rows, validity);
  }

  private BytesColumn bytes(Storage storage) {
    Validity validity = validity();
    return switch (storage) {
      case Storage.Offsets(boolean large) -> {
        MemorySegment offsets = offsets(large ? 8 : 4);
        Spans spans = large ? new Spans.Offsets64(offsets) : new Spans.Offsets32(offsets);
        yield new SpanColumn(place, rows, validity, spans, buffers.next());
      }
      case Storage.FixedBytes(int width) ->
          new SpanColumn(place, rows, validity, new Spans.Equal(width), data(width));
      case Storage.Views() ->
          new ViewColumn(place, rows, validity, data(ViewColumn.VIEW_BYTES), buffers.further());
      default -> throw new IllegalArgumentException(storage + " holds no byte strings");
    };
  }

  private Validity validity() {
    return Validity.of(buffers.next(), rows);
  }

  private MemorySegment bits() {
    MemorySegment bits = buffers.next();
    return checkCapacity(bits, (rows + 7L) >>> 3);
  }

  private MemorySegment data(int width) {
    return checkCapacity(buffers.next(), (long) rows * width);
  }

  /** One offset more than there are rows; none at all are needed for no rows. */
  private MemorySegment offsets(int width) {
    MemorySegment offsets = buffers.next();
    if (rows == 0 && offsets.byteSize() < width) {
      return MemorySegment.ofArray(new byte[width]);
    }
    return checkCapacity(offsets, (rows + 1L) * width);
  }

  private MemorySegment checkCapacity(MemorySegment buffer, long needed) {
    if (buffer.byteSize() < needed) {
      throw new MalformedException(
          String.format(
              "a buffer has %d bytes, expected at least %d for %d rows",
              buffer.byteSize(), needed, rows));
    }
    return buffer;
  }
}
