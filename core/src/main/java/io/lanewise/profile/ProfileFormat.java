package io.lanewise.profile;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Profiles as containers: equal profiles become equal bytes, and only what came from a profile
 * becomes one again.
 *
 * <p>The container's metadata holds {@code format} and, for column i, {@code column/i/name}, {@code
 * occurrence}, {@code type}, {@code family}, {@code step}, {@code identifier}, and {@code edges} if
 * it is binned. Its tensors: {@code rows}; for column i {@code column/i/counts} over the symbols
 * that the reference lists; for categories {@code known} (the canonical keys of these symbols, end
 * to end, with {@code known.ends}), and where they occur {@code others} with {@code others.ends}
 * and {@code others.counts}, and {@code buckets} once folded; with pairs {@code column/i/coarse},
 * {@code pairs} and {@code joint}, the tables of all pairs one after the other.
 */
public final class ProfileFormat {

  /** The format and its version, as the container's metadata names it. */
  public static final String NAME = "lanewise.profile/1";

  private ProfileFormat() {}

  /**
   * The profile as a container.
   *
   * @throws IllegalArgumentException if a table of a pair has other margins than its columns have
   *     counts, as rounded {@link DecayingCounts} may: nobody could tell it from a forged one
   */
  public static Container write(Profile profile) {
    PairMargins.check(profile);
    SortedMap<String, String> words = new TreeMap<>();
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    words.put(Container.FORMAT_KEY, NAME);
    tensors.put("rows", Tensor.ofCounts(new long[] {profile.rows()}));
    Reference reference = profile.reference();
    for (int i = 0; i < reference.columns().size(); i++) {
      ColumnEntries.write(reference.columns().get(i), new Entries("column/" + i, words, tensors));
      CountEntries.write(
          reference.columns().get(i).binning(),
          profile.columns().get(i),
          new Entries("column/" + i, words, tensors));
    }
    PairEntries.write(reference.pairs(), profile.pairs(), words, tensors);
    return new Container(words, tensors);
  }

  /**
   * The profile that a container holds.
   *
   * @param source how the file is called in messages
   * @throws DataException if it holds none, or one of another version
   */
  public static Profile read(Container container, String source) {
    container.requireFormat(NAME, "profile", source);
    try {
      Profile profile = new ProfileReader(container).read();
      // Which checks the margins of the pairs as well.
      if (!write(profile).equals(container)) {
        throw new IllegalArgumentException("not in the form that Lanewise writes");
      }
      return profile;
    } catch (ArithmeticException e) {
      throw new DataException(source + ": its counts add up to more than 2^63 - 1", e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }
}
