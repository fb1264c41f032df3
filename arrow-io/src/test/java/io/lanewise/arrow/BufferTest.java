package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.arrow.flatbuf.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Buffers that are too short, and values that lead out of them: refused in every type that is
 * scored, by every door, with the batch and the column named.
 */
class BufferTest {

  private static final int ROWS = 9;
  private static final byte[] NONE = new byte[0];
  private static final FieldSpec.Dictionary LAST_DICTIONARY = new FieldSpec.Dictionary(7, 32, true);

  /** What is not scored; of these nothing is read. */
  private static final Set<String> NESTED =
      Set.of(
          "NONE",
          "Interval",
          "List",
          "LargeList",
          "ListView",
          "LargeListView",
          "FixedSizeList",
          "Struct_",
          "Union",
          "Map",
          "RunEndEncoded");

  /** Buffers of {@link #ROWS} rows with one thing wrong, and what is said of it. */
  private record Fault(byte[][] buffers, String said) {}

  @Test
  void everyScoredTypeIsHere() {
    Set<String> expected =
        Arrays.stream(Type.names)
            .filter(name -> !NESTED.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> here =
        EveryType.all().stream()
            .map(type -> Type.name(type.field().type()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, here);
  }

  @Test
  void soundBuffersAreRead() {
    for (EveryType type : EveryType.all()) {
      for (Door door : Door.values()) {
        List<String> values =
            door.read(List.of(type.field()), List.of(), List.of(type.batch(ROWS))).getFirst();
        assertEquals(ROWS, values.size(), type::name);
        assertEquals(TableText.NULL, values.getLast(), type::name);
      }
    }
  }

  @Tag("slow")
  @Test
  void buffersThatAreTooShortOrLeadAstrayAreRefused() throws IOException {
    List<EveryType> types = EveryType.all();
    int refused = 0;
    for (EveryType type : types) {
      for (Fault fault : faults(type)) {
        BatchSpec wrong = type.batch(ROWS, fault.buffers());
        for (Door door : Door.values()) {
          refuses(
              "input: batch 1: column \"x\": " + fault.said(),
              type + " by " + door,
              () -> door.read(List.of(type.field()), List.of(), List.of(type.batch(ROWS), wrong)));
          refuses(
              "input: dictionary 7: " + fault.said(),
              "dictionary of " + type + " by " + door,
              () ->
                  door.read(
                      List.of(encoded(type.field(), LAST_DICTIONARY)),
                      List.of(wrong),
                      List.of(indices(LAST_DICTIONARY, 0, 1))));
          refused += 2;
        }
      }
    }
    for (FieldSpec.Dictionary width : widths()) {
      for (Fault fault : indexFaults(width)) {
        BatchSpec wrong = BatchSpec.rows(ROWS).column(fault.buffers());
        for (EveryType type : types) {
          if (type.shape() instanceof EveryType.Shape.Nothing) {
            // Whatever an index says, it leads to null: none is read.
            continue;
          }
          for (Door door : Door.values()) {
            refuses(
                "input: batch 1: column \"x\": " + fault.said(),
                width + " into " + type + " by " + door,
                () ->
                    door.read(
                        List.of(encoded(type.field(), width)),
                        List.of(type.batch(2)),
                        List.of(indices(width, 0, 1), wrong)));
            refused++;
          }
        }
      }
    }
    Measured.keep(
        Promise.BUFFERS,
        getClass(),
        "%d types and %d widths of indices by %d doors: %d of %d faults refused with their place"
            .formatted(types.size(), widths().size(), Door.values().length, refused, refused));
  }

  private static void refuses(String said, String what, Runnable reading) {
    var e = assertThrows(DataException.class, reading::run, what);
    assertTrue(e.getMessage().startsWith(said), () -> what + ": " + e.getMessage());
  }

  private static FieldSpec encoded(FieldSpec value, FieldSpec.Dictionary as) {
    return value.dictionary(as.id(), as.indexBits(), as.signed());
  }

  private static List<FieldSpec.Dictionary> widths() {
    List<FieldSpec.Dictionary> widths = new ArrayList<>();
    for (int bits : new int[] {8, 16, 32, 64}) {
      widths.add(new FieldSpec.Dictionary(7, bits, false));
      widths.add(new FieldSpec.Dictionary(7, bits, true));
    }
    return widths;
  }

  private static BatchSpec indices(FieldSpec.Dictionary width, long... indices) {
    return BatchSpec.rows(indices.length).column(NONE, stored(width, indices));
  }

  private static byte[] stored(FieldSpec.Dictionary width, long... values) {
    int bytes = width.indexBits() / 8;
    byte[] stored = new byte[values.length * bytes];
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(IpcBytes.le(values[i]), 0, stored, i * bytes, bytes);
    }
    return stored;
  }

  /** Of indices into a dictionary of two values. */
  private static List<Fault> indexFaults(FieldSpec.Dictionary width) {
    int bytes = width.indexBits() / 8;
    byte[] valid = bits(ROWS);
    byte[] sound = stored(width, 0, 1, 0, 1, 0, 1, 0, 1, 0);
    List<Fault> faults = new ArrayList<>();
    faults.add(shortBy(sound, ROWS * bytes, valid));
    faults.add(shortValidity(sound));
    faults.add(
        new Fault(
            new byte[][] {valid, stored(width, 0, 0, 0, 0, 0, 0, 0, 0, 2)},
            "row 8 has dictionary index 2, expected one in 0..1"));
    String all = width.signed() ? "-1" : Long.toUnsignedString(-1L >>> (64 - width.indexBits()));
    faults.add(
        new Fault(
            new byte[][] {NONE, stored(width, 0, -1, 0, 0, 0, 0, 0, 0, 0)},
            "row 1 has dictionary index " + all + ", expected one in 0..1"));
    long top = 1L << (width.indexBits() - 1);
    String farthest = width.signed() ? Long.toString(-top) : Long.toUnsignedString(top);
    faults.add(
        new Fault(
            new byte[][] {NONE, stored(width, 0, 0, top, 0, 0, 0, 0, 0, 0)},
            "row 2 has dictionary index " + farthest + ", expected one in 0..1"));
    return faults;
  }

  private static List<Fault> faults(EveryType type) {
    byte[][] sound = type.buffers(ROWS);
    return switch (type.shape()) {
      case EveryType.Shape.Fixed(int bytes) ->
          List.of(shortBy(sound[1], ROWS * bytes, bits(ROWS)), shortValidity(sound[1]));
      case EveryType.Shape.Bits() ->
          List.of(shortBy(sound[1], 2, bits(ROWS)), shortValidity(sound[1]));
      case EveryType.Shape.Offsets(boolean large) -> offsetFaults(large);
      case EveryType.Shape.Views() -> viewFaults();
      // Without buffers there is nothing to read outside of.
      case EveryType.Shape.Nothing() -> List.of();
    };
  }

  /** Every row valid, in all the bytes that takes. */
  private static byte[] bits(int rows) {
    byte[] bits = new byte[(rows + 7) / 8];
    Arrays.fill(bits, (byte) -1);
    return bits;
  }

  private static Fault shortBy(byte[] sound, int needed, byte[] validity, byte[]... more) {
    return new Fault(
        with(validity, Arrays.copyOf(sound, needed - 1), more),
        "a buffer has %d bytes, expected at least %d for %d rows"
            .formatted(needed - 1, needed, ROWS));
  }

  private static Fault shortValidity(byte[] sound, byte[]... more) {
    return new Fault(
        with(bits(ROWS - 1), sound, more),
        "validity has 1 bytes, expected at least 2 for " + ROWS + " rows");
  }

  private static byte[][] with(byte[] first, byte[] second, byte[]... more) {
    byte[][] buffers = new byte[2 + more.length][];
    buffers[0] = first;
    buffers[1] = second;
    System.arraycopy(more, 0, buffers, 2, more.length);
    return buffers;
  }

  private static List<Fault> offsetFaults(boolean large) {
    byte[] data = new byte[ROWS];
    byte[] sound = EveryType.offsets(ROWS, large);
    List<Fault> faults = new ArrayList<>();
    faults.add(shortBy(sound, sound.length, bits(ROWS), data));
    faults.add(shortValidity(sound, data));
    long least = large ? Long.MIN_VALUE : Integer.MIN_VALUE;
    long most = large ? Long.MAX_VALUE : Integer.MAX_VALUE;
    faults.add(offset(large, 5, 2, "row 4 ends at offset 2, before its start at 4"));
    faults.add(
        offset(large, 4, least, "row 3 ends at offset " + least + ", before its start at 3"));
    faults.add(offset(large, 5, most, "row 5 ends at offset 6, before its start at " + most));
    faults.add(offset(large, 0, -1, "rows 0 to 9 lie at offsets -1 to 9, and the data has 9"));
    faults.add(offset(large, 0, least, "rows 0 to 9 lie at offsets " + least + " to 9, and"));
    faults.add(offset(large, 9, 10, "rows 0 to 9 lie at offsets 0 to 10, and the data has 9"));
    faults.add(offset(large, 9, most, "rows 0 to 9 lie at offsets 0 to " + most + ", and"));
    return faults;
  }

  private static Fault offset(boolean large, int at, long value, String said) {
    byte[] offsets = EveryType.offsets(ROWS, large);
    int width = large ? 8 : 4;
    System.arraycopy(IpcBytes.le(value), 0, offsets, at * width, width);
    return new Fault(new byte[][] {NONE, offsets, new byte[ROWS]}, said);
  }

  private static List<Fault> viewFaults() {
    byte[] sound = new byte[16 * ROWS];
    byte[] data = EveryType.VIEWED;
    int most = Integer.MAX_VALUE;
    return List.of(
        shortBy(sound, sound.length, bits(ROWS), data),
        shortValidity(sound, data),
        view(-1, 0, 0, "row 3 has a length of -1"),
        view(Integer.MIN_VALUE, 0, 0, "row 3 has a length of " + Integer.MIN_VALUE),
        view(13, 1, 0, "row 3 is in data buffer 1, expected one below 1"),
        view(13, -1, 0, "row 3 is in data buffer -1, expected one below 1"),
        view(13, most, 0, "row 3 is in data buffer " + most + ", expected one below 1"),
        view(13, 0, 4, "row 3 has 13 bytes at offset 4 of data buffer 0, which has 16"),
        view(13, 0, -1, "row 3 has 13 bytes at offset -1 of data buffer 0, which has 16"),
        view(13, 0, most, "row 3 has 13 bytes at offset " + most + " of data buffer 0"),
        view(17, 0, 0, "row 3 has 17 bytes at offset 0 of data buffer 0, which has 16"),
        view(most, 0, 0, "row 3 has " + most + " bytes at offset 0 of data buffer 0"));
  }

  private static Fault view(int length, int buffer, int offset, String said) {
    byte[] views = new byte[16 * ROWS];
    System.arraycopy(IpcBytes.le(length, 0, buffer, offset), 0, views, 3 * 16, 16);
    return new Fault(new byte[][] {NONE, views, EveryType.VIEWED}, said);
  }
}
