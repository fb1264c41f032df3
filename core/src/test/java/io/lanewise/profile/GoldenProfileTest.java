package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/**
 * A file that Lanewise wrote once, and must read for ever: one per version of the format. What it
 * holds is written down here by hand, and on the page docs/formats.md.
 */
class GoldenProfileTest {

  private static byte[] golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldenProfileTest.class.getResourceAsStream("/golden/profile-1"))) {
      return in.readAllBytes();
    }
  }

  /** A binned column, categories with a value outside the reference, a folded column, a pair. */
  static Profile expected() {
    ColumnType float64 = ColumnType.of("float64", Family.FLOATING);
    ColumnType utf8 = ColumnType.of("utf8", Family.TEXT);
    ColumnType int64 = ColumnType.of("int64", Family.INTEGER);
    Bins bins = new Bins(List.of(BigDecimal.ZERO, new BigDecimal("0.5"), BigDecimal.TWO), float64);
    Categories texts = new Categories(List.of(Symbol.of("a"), Symbol.of("b")));
    Categories numbers = new Categories(List.of(Symbol.of(7)));
    Reference reference =
        new Reference(
            List.of(
                new ReferenceColumn("x", 0, float64, bins, false),
                new ReferenceColumn("t", 0, utf8, texts, false),
                new ReferenceColumn("id", 0, int64, numbers, true)),
            new PairSpace(
                List.of(
                    new Coarsening(new byte[] {0, 0, 1, 1, 2, 2, 3}, 4),
                    new Coarsening(new byte[] {2, 0, 1, 2}, 3),
                    Coarsening.TO_ONE),
                List.of(new ColumnPair(0, 1))));
    long[] buckets = new long[SymbolTable.BUCKETS];
    buckets[5] = 3;
    buckets[4095] = 1;
    return new Profile(
        reference,
        10,
        List.of(
            new BinCounts(new long[] {1, 3, 2, 1, 1, 2}),
            CategoryCounts.of(
                texts,
                new TreeMap<>(
                    Map.of(
                        Symbol.NULL,
                        1L,
                        Symbol.of("a"),
                        4L,
                        Symbol.of("b"),
                        3L,
                        Symbol.of("ü"),
                        2L)),
                new long[0]),
            CategoryCounts.of(numbers, new TreeMap<>(Map.of(Symbol.of(7), 6L)), buckets)),
        List.of(new JointCounts(4, 3, new long[] {3, 1, 0, 1, 2, 0, 0, 0, 3, 0, 0, 0})));
  }

  @Test
  void theFirstVersionIsReadAsItWasWritten() throws IOException {
    Profile read = ProfileFormat.read(Container.of(golden(), "golden"), "golden");
    assertEquals(expected(), read);
    assertEquals("(0, 0.5, 2)", edges(read));
    assertArrayEquals(golden(), ProfileFormat.write(read).toBytes());
  }

  private static String edges(Profile profile) {
    Bins bins = (Bins) profile.reference().columns().getFirst().binning();
    return bins.edges().toString().replace('[', '(').replace(']', ')');
  }

  /** The layout by plain means, as the page tells it to readers in other languages. */
  @Test
  void theLayoutIsThatOfThePage() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(golden()).order(ByteOrder.LITTLE_ENDIAN);
    int data = 8 + Math.toIntExact(file.getLong(0));
    assertEquals(0, data % 8);
    CRC32C crc = new CRC32C();
    crc.update(file.slice(0, file.capacity() - 4));
    assertEquals((int) crc.getValue(), file.getInt(file.capacity() - 4));
    // column/0/coarse comes first in the order of names, then column/0/counts.
    byte[] coarse = new byte[7];
    file.get(data, coarse);
    assertArrayEquals(new byte[] {0, 0, 1, 1, 2, 2, 3}, coarse);
    byte[] counts = new byte[6];
    file.get(data + 7, counts);
    assertArrayEquals(new byte[] {1, 3, 2, 1, 1, 2}, counts);
  }

  /**
   * Names of coarse symbols rely on their order, so a file with another one must not get so far.
   */
  @Test
  void coarseSymbolsOutOfOrderAreRefused() throws IOException {
    Container golden = Container.of(golden(), "golden");
    for (byte[] x :
        new byte[][] {
          {0, 0, 1, 1, 2, 2, 2}, {0, 1, 0, 0, 2, 2, 3}, {1, 0, 1, 1, 2, 2, 3}, {0, 0, 2, 1, 2, 2, 3}
        }) {
      assertRefused(golden, "column/0/coarse", x);
    }
    assertRefused(golden, "column/1/coarse", new byte[] {2, 1, 0, 2});
    assertRefused(golden, "column/1/coarse", new byte[] {2, 0, 0, 2});
  }

  private static void assertRefused(Container container, String name, byte[] coarse) {
    SortedMap<String, Tensor> tensors = new TreeMap<>(container.tensors());
    tensors.put(name, Tensor.of(coarse));
    Container changed = new Container(container.metadata(), tensors);
    DataException refusal =
        assertThrows(DataException.class, () -> ProfileFormat.read(changed, "changed"));
    assertEquals(
        "changed: " + name + " joins symbols in an order that is none", refusal.getMessage());
  }
}
