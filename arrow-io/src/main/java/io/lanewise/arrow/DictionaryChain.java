package io.lanewise.arrow;

import io.lanewise.column.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary from the message that begins it through all that add to it. Values are decoded when
 * they are first asked for and kept as long as any batch or walk retains the chain, so that every
 * batch between two changes sees the same column.
 */
final class DictionaryChain {

  /** Most values that take no bytes in a file; code lists of this length are made in memory. */
  private static final int MOST_EMPTY_VALUES = 1 << 16;

  private final Place place;
  private final TypeLayout value;
  private final MemoryBudget budget;
  private final List<IpcMessage> parts = new ArrayList<>();

  /** What the first parts claim, one after the other: batches between them ask for all so far. */
  private final List<Long> claims = new ArrayList<>();

  private final Map<Integer, Column> decoded = new HashMap<>();
  private int holders;
  private @Nullable Lease lease;
  private @Nullable DictionaryGrowth growth;

  DictionaryChain(Place place, TypeLayout value, MemoryBudget budget) {
    this.place = place;
    this.value = value;
    this.budget = budget;
  }

  /** Adds a part, between two batches. */
  synchronized DictionaryVersion extend(IpcMessage part) {
    parts.add(part);
    return new DictionaryVersion(this, parts.size());
  }

  synchronized void retain() {
    if (holders++ == 0) {
      lease = new Lease(budget);
    }
  }

  synchronized void release() {
    if (--holders == 0) {
      decoded.clear();
      growth = null;
      if (lease != null) {
        lease.close();
      }
    }
  }

  /** The values of the first {@code count} parts; the same object until the chain is released. */
  synchronized Column values(int count) {
    Lease held = lease;
    if (held == null || holders == 0) {
      throw new IllegalStateException("the batch is closed");
    }
    Column values = decoded.get(count);
    if (values == null) {
      values = place.guard(() -> decode(count, held));
      decoded.put(count, values);
    }
    return values;
  }

  /** Bytes that {@link #values} may reserve at most. */
  synchronized long claim(int count) {
    if (parts.size() == 1) {
      return decompressedBytes(parts.getFirst());
    }
    while (claims.size() < count) {
      IpcMessage part = parts.get(claims.size());
      long copied = part.body().byteSize() + decompressedBytes(part);
      claims.add((claims.isEmpty() ? 0 : claims.getLast()) + DictionaryGrowth.MOST_COPIES * copied);
    }
    return claims.get(count - 1);
  }

  private static long decompressedBytes(IpcMessage part) {
    RecordBatch header = part.dictionaryBatch().data();
    return header == null ? 0 : new BatchBody(header, part.body()).decompressedBytes();
  }

  private Column decode(int count, Lease held) {
    if (parts.size() == 1) {
      return decode(parts.getFirst(), held);
    }
    if (growth == null) {
      growth = new DictionaryGrowth(place, value.storage(), held);
    }
    while (growth.parts() < count) {
      // What a part decompresses to is let go as soon as it is copied.
      var passing = new Lease(budget);
      try {
        growth.append(decode(parts.get(growth.parts()), passing));
      } finally {
        passing.close();
      }
    }
    return growth.values(count);
  }

  private Column decode(IpcMessage part, Lease held) {
    RecordBatch header = part.dictionaryBatch().data();
    if (header == null) {
      throw new MalformedException("has no data");
    }
    int rows = TableState.rowCount(header.length());
    if (value.storage() instanceof Storage.FixedBytes(int width)
        && width == 0
        && rows > MOST_EMPTY_VALUES) {
      throw new MalformedException(
          "has " + rows + " values of no bytes, expected at most " + MOST_EMPTY_VALUES);
    }
    var body = new BatchBody(header, part.body());
    body.checkCounts(value.extent());
    long bytes = body.decompressedBytes();
    held.reserve(bytes);
    try {
      return new ColumnDecoder(place, rows, new BodyBuffers(body, 0, 0)).values(value.storage());
    } catch (RuntimeException | Error e) {
      held.release(bytes);
      throw e;
    }
  }
}
