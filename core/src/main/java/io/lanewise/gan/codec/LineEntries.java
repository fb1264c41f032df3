package io.lanewise.gan.codec;

import io.lanewise.column.Family;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a column in a container: the word {@code line} tells their kind, {@code lattice},
 * {@code decimals} and {@code precision} what is between them.
 */
final class LineEntries {

  private static final String FLOATS = "floats";
  private static final String DECIMALS = "decimals";
  private static final String LONGS = "longs";
  private static final String WIDES = "wides";

  private static final long MOST_WHOLE = 1L << 53;

  private LineEntries() {}

  /** Writes what all lines of a column have in common. */
  static void writeKind(Line line, Entries entries) {
    switch (line) {
      case FloatLine floats -> {
        entries.put("line", FLOATS);
        entries.put("precision", floats.precision().name());
      }
      case LongLine longs -> {
        Fraction fraction = longs.fraction();
        entries.put("line", fraction == null ? LONGS : DECIMALS);
        entries.put("lattice", Long.toUnsignedString(longs.step()));
        if (fraction != null) {
          entries.put("decimals", Integer.toString(fraction.decimals()));
          entries.put("precision", fraction.precision().name());
        }
      }
      case WideLine wides -> {
        entries.put("line", WIDES);
        entries.put("lattice", wides.step().toString());
      }
    }
  }

  static void write(String name, Line line, Entries entries) {
    switch (line) {
      case FloatLine floats -> entries.put(name, Tensor.of(floats.values()));
      case LongLine longs -> entries.put(name, Tensor.of(longs.values()));
      case WideLine wides ->
          entries.put(name, Arrays.stream(wides.values()).map(BigInteger::toByteArray).toList());
    }
  }

  static Line read(String name, Family family, Entries entries) {
    String kind = entries.word("line");
    boolean isFloating = kind.equals(FLOATS) || kind.equals(DECIMALS);
    if (isFloating != (family == Family.FLOATING)) {
      throw new IllegalArgumentException(
          "%s has a line of %s in a column of %s".formatted(entries.prefix(), kind, family));
    }
    Line line =
        switch (kind) {
          case FLOATS -> floats(name, entries);
          case DECIMALS, LONGS -> longs(name, isFloating, entries);
          case WIDES -> wides(name, entries);
          default ->
              throw new IllegalArgumentException(
                  entries.prefix() + " has a line of '" + kind + "'");
        };
    for (int i = 1; i < line.size(); i++) {
      if (!line.ascends(i)) {
        throw new IllegalArgumentException(
            "%s/%s: numbers %d and %d do not ascend by whole steps"
                .formatted(entries.prefix(), name, i - 1, i));
      }
    }
    return line;
  }

  private static FloatLine floats(String name, Entries entries) {
    Precision precision = Precision.valueOf(entries.word("precision"));
    double[] values = entries.tensor(name).toDoubles();
    for (double value : values) {
      if (!Double.isFinite(value) || precision.round(value) != value) {
        throw new IllegalArgumentException(
            "%s/%s holds %s, expected numbers of precision %s"
                .formatted(entries.prefix(), name, value, precision));
      }
    }
    return new FloatLine(values, precision);
  }

  private static LongLine longs(String name, boolean isFloating, Entries entries) {
    long[] values = entries.tensor(name).toLongs();
    long step = Long.parseUnsignedLong(entries.word("lattice"));
    if (step == 0) {
      throw new IllegalArgumentException(entries.prefix() + " has a lattice of 0");
    }
    if (!isFloating) {
      return new LongLine(values, step, null);
    }
    int decimals = Integer.parseInt(entries.word("decimals"));
    if (decimals < 0 || decimals > Fraction.MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "%s has %d decimals, expected 0 to %d"
              .formatted(entries.prefix(), decimals, Fraction.MOST_DECIMALS));
    }
    if (Arrays.stream(values).anyMatch(value -> Math.abs(value) > MOST_WHOLE)) {
      throw new IllegalArgumentException(
          "%s/%s: a number beyond 2^53".formatted(entries.prefix(), name));
    }
    Precision precision = Precision.valueOf(entries.word("precision"));
    return new LongLine(values, step, new Fraction(decimals, precision));
  }

  private static WideLine wides(String name, Entries entries) {
    BigInteger step = Entries.decimal(entries.word("lattice")).toBigIntegerExact();
    if (step.signum() <= 0) {
      throw new IllegalArgumentException(
          entries.prefix() + " has a lattice of " + step + ", expected more than 0");
    }
    List<byte[]> values = entries.strings(name);
    BigInteger[] wides = new BigInteger[values.size()];
    for (int i = 0; i < wides.length; i++) {
      if (values.get(i).length == 0 || values.get(i).length > MOST_WIDE_BYTES) {
        throw new IllegalArgumentException(
            "%s/%s: a number of %d bytes, expected 1 to %d"
                .formatted(entries.prefix(), name, values.get(i).length, MOST_WIDE_BYTES));
      }
      wides[i] = new BigInteger(values.get(i));
    }
    return new WideLine(wides, step);
  }

  /** Of a decimal of 256 bits. */
  private static final int MOST_WIDE_BYTES = 32;
}
