package io.lanewise.arrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;

/**
 * The messages of an IPC file that were read as they arrived. Its footer, which comes last, must
 * list just these, else the file holds another table than the one that was read. Batches may be
 * listed in any order, and so may dictionaries of different ids.
 *
 * <p>Cost: 12 bytes of a batch are kept until then, of which the footer has 24.
 */
final class ArrivedMessages {

  private final Places batches = new Places("batch");
  private final Places dictionaries = new Places("dictionary message");
  private final List<Long> dictionaryIds = new ArrayList<>();

  /**
   * Adds a record batch.
   *
   * @param at its first byte in the file
   * @param headBytes marker, length and metadata
   */
  void batch(long at, long headBytes) {
    batches.add(at, headBytes);
  }

  /** Adds a dictionary, or what is added to one. */
  void dictionary(long id, long at, long headBytes) {
    dictionaries.add(at, headBytes);
    dictionaryIds.add(id);
  }

  /** Refuses a footer that lists others. */
  void check(Footer footer) {
    Map<Long, Integer> latest = new HashMap<>();
    dictionaries.check(
        footer.dictionariesLength(),
        footer::dictionaries,
        number -> {
          Integer before = latest.put(dictionaryIds.get(number), number);
          if (before != null && before > number) {
            throw new MalformedException(
                String.format(
                    "the footer lists dictionary message %d ahead of %d, which adds to the same"
                        + " dictionary",
                    before, number));
          }
        });
    batches.check(footer.recordBatchesLength(), footer::recordBatches, _ -> {});
  }

  /** Where messages of one kind began, in their order. */
  private static final class Places {

    private final String kind;
    private long[] starts = new long[16];
    private int[] heads = new int[16];
    private int count;

    Places(String kind) {
      this.kind = kind;
    }

    void add(long at, long headBytes) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        heads = Arrays.copyOf(heads, 2 * count);
      }
      starts[count] = at;
      heads[count] = Math.toIntExact(headBytes);
      count++;
    }

    /** Tells {@code listed} the number of each message that the footer lists, in its order. */
    void check(int blocks, IntFunction<Block> footer, IntConsumer listed) {
      BitSet seen = new BitSet(count);
      for (int i = 0; i < blocks; i++) {
        int number = find(footer.apply(i));
        if (seen.get(number)) {
          throw new MalformedException("the footer lists " + kind + " " + number + " twice");
        }
        seen.set(number);
        listed.accept(number);
      }
      int missing = seen.nextClearBit(0);
      if (missing < count) {
        throw new MalformedException(
            String.format(
                "the footer does not list %s %d, at byte %d", kind, missing, starts[missing]));
      }
    }

    private int find(Block block) {
      int number = Arrays.binarySearch(starts, 0, count, block.offset());
      if (number < 0) {
        throw new MalformedException(
            "the footer lists a %s at byte %d, where none begins".formatted(kind, block.offset()));
      }
      if (block.metaDataLength() != heads[number]) {
        throw new MalformedException(
            String.format(
                "the head of %s %d has %d bytes, and the footer gives it %d",
                kind, number, heads[number], block.metaDataLength()));
      }
      return number;
    }
  }
}
