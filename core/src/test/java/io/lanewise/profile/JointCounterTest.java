package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pairs of any two shapes are counted as row by row, whichever pair comes next. */
class JointCounterTest {

  private static final long SEED = 256;
  private static final int[] SYMBOLS = {3, 16, 17, 1, 40, 16, 2};
  private static final int ROOM = 1 << 13;

  private static Coarsening eachAlone(int symbols) {
    byte[] coarse = new byte[symbols];
    for (int code = 0; code < symbols; code++) {
      coarse[code] = (byte) code;
    }
    return new Coarsening(coarse, symbols);
  }

  private static PairSpace allPairs() {
    List<ColumnPair> pairs = new ArrayList<>();
    for (int x = 0; x < SYMBOLS.length; x++) {
      for (int y = x + 1; y < SYMBOLS.length; y++) {
        pairs.add(new ColumnPair(x, y));
      }
    }
    return new PairSpace(
        IntStream.of(SYMBOLS).mapToObj(JointCounterTest::eachAlone).toList(), pairs);
  }

  @Test
  void narrowAndWidePairsAreCountedSideBySide() {
    Random random = new Random(SEED);
    PairSpace space = allPairs();
    JointCounter counter = new JointCounter(space);
    List<long[]> expected = new ArrayList<>();
    for (ColumnPair pair : space.pairs()) {
      expected.add(new long[SYMBOLS[pair.x()] * SYMBOLS[pair.y()]]);
    }
    int gathered = 0;
    for (int length : new int[] {5, 1_000, 1_003, 1, 0, 1_024, 999}) {
      int[][] codes = new int[SYMBOLS.length][];
      for (int column = 0; column < codes.length; column++) {
        codes[column] = random.ints(length, 0, SYMBOLS[column]).toArray();
        counter.gather(column, codes[column], length, 0);
      }
      counter.advance(length);
      gathered += length;
      assertEquals(ROOM - gathered, counter.room());
      for (int i = 0; i < expected.size(); i++) {
        ColumnPair pair = space.pairs().get(i);
        for (int row = 0; row < length; row++) {
          expected.get(i)[codes[pair.x()][row] * SYMBOLS[pair.y()] + codes[pair.y()][row]]++;
        }
      }
    }
    List<JointCounts> counts = counter.counts();
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), counts.get(i).toArray(), space.pairs().get(i).toString());
    }
  }

  @Test
  void aFullChunkMakesRoom() {
    JointCounter counter = new JointCounter(allPairs());
    counter.advance(ROOM - 1);
    assertEquals(1, counter.room());
    counter.advance(1);
    assertEquals(ROOM, counter.room());
    assertEquals(ROOM, counter.counts().getFirst().toArray()[0]);
  }
}
