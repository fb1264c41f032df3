package io.lanewise.evaluate;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import io.lanewise.evaluate.InputLedger.Entry;
import io.lanewise.evaluate.InputLedger.Prefix;
import io.lanewise.profile.ProfileFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * States of running scores as containers: equal states become equal bytes.
 *
 * <p>The metadata holds {@code format}. The tensors: {@code profile}, the bytes of the profile of
 * the generated rows; and of every input of the ledger {@code input/rows}, {@code input/complete}
 * (0 or 1), {@code input/bytes} and {@code input/digest} (32 bytes each) of the part that is
 * counted, {@code input/head.bytes} and {@code input/head.digest} up to the end of its first batch.
 */
public final class StateFormat {

  /** The format and its version, as the container's metadata names it. */
  public static final String NAME = "lanewise.state/1";

  private static final int DIGEST_BYTES = 32;

  private StateFormat() {}

  /** The state as a container. */
  public static Container write(RunState state) {
    List<Entry> entries = state.ledger().entries();
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    tensors.put("profile", Tensor.of(ProfileFormat.write(state.generated()).toBytes()));
    tensors.put("input/rows", counts(entries, Entry::rows));
    tensors.put("input/complete", counts(entries, entry -> entry.complete() ? 1 : 0));
    tensors.put("input/bytes", counts(entries, entry -> entry.counted().bytes()));
    tensors.put("input/digest", digests(entries, Entry::counted));
    tensors.put("input/head.bytes", counts(entries, entry -> entry.head().bytes()));
    tensors.put("input/head.digest", digests(entries, Entry::head));
    return new Container(new TreeMap<>(Map.of(Container.FORMAT_KEY, NAME)), tensors);
  }

  private static Tensor counts(List<Entry> entries, ToLongFunction<Entry> number) {
    return Tensor.ofCounts(entries.stream().mapToLong(number).toArray());
  }

  private static Tensor digests(List<Entry> entries, Function<Entry, Prefix> prefix) {
    byte[] bytes = new byte[entries.size() * DIGEST_BYTES];
    for (int i = 0; i < entries.size(); i++) {
      byte[] digest = HexFormat.of().parseHex(prefix.apply(entries.get(i)).digest());
      System.arraycopy(digest, 0, bytes, i * DIGEST_BYTES, DIGEST_BYTES);
    }
    return Tensor.of(bytes);
  }

  /**
   * The state that a container holds.
   *
   * @param source how the file is called in messages
   * @throws DataException if it holds none, or one of another version
   */
  public static RunState read(Container container, String source) {
    container.requireFormat(NAME, "state", source);
    try {
      RunState state = readState(container, source);
      if (!write(state).equals(container)) {
        throw new IllegalArgumentException("not in the form that Lanewise writes");
      }
      return state;
    } catch (ArithmeticException e) {
      throw new DataException(source + ": its counts add up to more than 2^63 - 1", e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }

  private static RunState readState(Container container, String source) {
    byte[] profile = container.tensor("profile").toBytes();
    long[] rows = container.tensor("input/rows").toLongs();
    long[] complete = numbers(container, "input/complete", rows.length);
    long[] bytes = numbers(container, "input/bytes", rows.length);
    long[] headBytes = numbers(container, "input/head.bytes", rows.length);
    byte[] digests = digests(container, "input/digest", rows.length);
    byte[] headDigests = digests(container, "input/head.digest", rows.length);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      entries.add(
          new Entry(
              rows[i],
              new Prefix(bytes[i], digest(digests, i)),
              new Prefix(headBytes[i], digest(headDigests, i)),
              complete[i] == 1));
    }
    return new RunState(
        ProfileFormat.read(Container.of(profile, source), source), new InputLedger(entries));
  }

  private static long[] numbers(Container container, String name, int count) {
    return sized(name, container.tensor(name), count).toLongs();
  }

  private static byte[] digests(Container container, String name, int count) {
    return sized(name, container.tensor(name), count * DIGEST_BYTES).toBytes();
  }

  private static Tensor sized(String name, Tensor tensor, int expected) {
    if (tensor.size() != expected) {
      throw new IllegalArgumentException(
          "'%s' has %d elements, expected %d".formatted(name, tensor.size(), expected));
    }
    return tensor;
  }

  private static String digest(byte[] digests, int entry) {
    int at = entry * DIGEST_BYTES;
    return HexFormat.of().formatHex(Arrays.copyOfRange(digests, at, at + DIGEST_BYTES));
  }
}
