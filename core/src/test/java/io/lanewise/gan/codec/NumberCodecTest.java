package io.lanewise.gan.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryColumn;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ordered columns of every kind: exact where they must be, and always on their lattice. */
class NumberCodecTest {

  private static final ColumnType INT64 = ColumnType.of("int64", Family.INTEGER);
  private static final ColumnType UINT64 = ColumnType.of("uint64", Family.INTEGER);
  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);
  private static final ColumnType DATE64 = MemoryColumn.type("date64", Family.DATE, "0.001");
  private static final ColumnType NANOS =
      MemoryColumn.type("timestamp[ns]", Family.TIMESTAMP, "0.000000001");
  private static final ColumnType DECIMAL =
      MemoryColumn.type("decimal128(38, 2)", Family.DECIMAL, "0.01");
  private static final long SEED = 11;
  private static final int SPREAD = 20_011;

  private static void assertComesBack(MemoryColumn column, List<?> expected) {
    NumberCodec codec = CodecFits.numbers(column);
    assertEquals(expected, CodecFits.again(codec, column), column.field().type().name());
  }

  @Test
  void upToTheMostKnotsEveryValueComesBack() {
    List<Long> longs =
        LongStream.concat(
                LongStream.of(Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1, 0, -1),
                new Random(SEED).longs(1_019))
            .boxed()
            .toList();
    assertComesBack(MemoryColumn.longs("x", INT64, longs), longs);
    assertComesBack(MemoryColumn.longs("x", NANOS, longs), longs);
    List<BigInteger> wides =
        longs.stream()
            .map(value -> BigInteger.valueOf(value).pow(2).subtract(BigInteger.TEN))
            .toList();
    assertComesBack(MemoryColumn.wides("x", DECIMAL, wides), wides);
    List<Double> doubles =
        IntStream.concat(IntStream.range(0, 1_000), IntStream.of(5, 5, 5))
            .mapToObj(i -> Double.longBitsToDouble(longs.get(i)))
            .map(value -> Double.isFinite(value) ? value + 0.0 : Double.MIN_VALUE)
            .toList();
    assertComesBack(MemoryColumn.doubles("x", FLOAT64, doubles), doubles);
    List<Double> extremes =
        List.of(Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0.0, 1.0, -Double.MIN_VALUE);
    assertComesBack(MemoryColumn.doubles("x", FLOAT64, extremes), extremes);
  }

  @Test
  void dictionariesOfNumbersAreNumbers() {
    MemoryColumn column =
        MemoryColumn.longs("x", 3L, null, 1L << 60, 7L, 9L, 11L)
            .asDictionary(
                "x",
                ColumnType.of("dictionary<int64>", Family.INTEGER),
                Arrays.asList(0, 1, 2, 3, null, 4, 5, 5));
    assertComesBack(column, Arrays.asList(3L, null, 1L << 60, 7L, null, 9L, 11L, 11L));
  }

  @Test
  void whatIsNoNumberIsAChoice() {
    Double[] values = {
      1.5, Double.NaN, null, Double.POSITIVE_INFINITY, 2.5, Double.NEGATIVE_INFINITY
    };
    MemoryColumn column = MemoryColumn.doubles("x", values);
    assertComesBack(column, Arrays.asList(values));
    assertEquals(6, CodecFits.numbers(column).choices().size());
  }

  @Test
  void otherRowsGoToTheNearestThatThereIs() {
    NumberCodec codec = CodecFits.doubles(new double[] {1, 2, 3, 4, 5.5, 6});
    MemoryColumn rows =
        MemoryColumn.doubles(
            "x", 100.0, -100.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 4.0);
    assertEquals(List.of(6.0, 1.0, 6.0, 1.0, 4.0), CodecFits.again(codec, rows));
    MemoryColumn withNull = MemoryColumn.doubles("x", 1.0, 2.0, 3.0, 4.0, 5.0, null);
    assertEquals(
        Arrays.asList(null, null),
        CodecFits.again(CodecFits.numbers(withNull), MemoryColumn.doubles("x", Double.NaN, null)));
    MemoryColumn mostlySeven = MemoryColumn.longs("x", 7L, 7L, 7L, 3L);
    assertEquals(
        Arrays.asList(7L, 3L, 7L),
        CodecFits.again(CodecFits.numbers(mostlySeven), MemoryColumn.longs("x", null, 4L, 6L)));
    // Between two stretches, to the nearer one.
    double[] two = new Random(SEED).doubles(1_000).map(u -> u < 0.5 ? u : u + 10).toArray();
    NumberCodec parted = CodecFits.doubles(two);
    assertEquals(2, parted.stretches().count());
    List<?> ends = CodecFits.again(parted, MemoryColumn.doubles("x", 3.0, 8.0));
    assertEquals(Arrays.stream(two).filter(v -> v < 5).max().getAsDouble(), ends.get(0));
    assertEquals(Arrays.stream(two).filter(v -> v > 5).min().getAsDouble(), ends.get(1));
  }

  private static void assertOnLattice(MemoryColumn column, BigInteger first, BigInteger step) {
    NumberCodec codec = CodecFits.numbers(column);
    assertEquals(List.of(RowLayout.Stretch.SPREAD), codec.choices());
    List<BigInteger> values = wides(CodecFits.again(codec, column));
    List<BigInteger> spread = wides(CodecFits.spread(codec, 0, SPREAD, column.field().type()));
    BigInteger least = values.stream().min(BigInteger::compareTo).orElseThrow();
    BigInteger greatest = values.stream().max(BigInteger::compareTo).orElseThrow();
    assertEquals(least, spread.getFirst());
    assertEquals(greatest, spread.getLast());
    for (int i = 0; i < spread.size(); i++) {
      BigInteger value = spread.get(i);
      assertEquals(BigInteger.ZERO, value.subtract(first).mod(step), "" + value);
      assertTrue(i == 0 || value.compareTo(spread.get(i - 1)) >= 0, i + ": " + value);
    }
    assertTrue(spread.stream().distinct().count() > 1_500, "nothing between the knots");
  }

  private static List<BigInteger> wides(List<@Nullable Object> values) {
    return values.stream()
        .map(value -> value instanceof BigInteger wide ? wide : BigInteger.valueOf((Long) value))
        .toList();
  }

  @Test
  void storedIntegersStayOnTheirLattice() {
    Random random = new Random(SEED);
    long day = 86_400_000;
    List<Long> days = random.longs(5_000, -10_000, 40_000).map(n -> n * day).boxed().toList();
    assertOnLattice(
        MemoryColumn.longs("x", DATE64, days), BigInteger.ZERO, BigInteger.valueOf(day));
    List<Long> nanos =
        random
            .longs(5_000, 0, 1L << 40)
            .map(n -> 1_700_000_000_000_000_007L + 10 * n)
            .boxed()
            .toList();
    assertOnLattice(MemoryColumn.longs("x", NANOS, nanos), BigInteger.valueOf(7), BigInteger.TEN);
    List<Long> all = random.longs(5_000).map(n -> n & -16L).boxed().toList();
    assertOnLattice(MemoryColumn.longs("x", INT64, all), BigInteger.ZERO, BigInteger.valueOf(16));
  }

  /** The widest gap is more than 2^63, which as a signed difference is negative. */
  @Test
  void gapsOfAllBitsAreOfWholeSteps() {
    long least = Long.MIN_VALUE;
    NumberCodec codec =
        CodecFits.longs(
            new long[] {least, least + 6, least + 18, least + 24, least + 36, Long.MAX_VALUE - 3});
    BigInteger before = BigInteger.valueOf(least);
    for (BigInteger value : wides(CodecFits.spread(codec, 0, SPREAD, INT64))) {
      BigInteger step = value.subtract(before);
      assertTrue(step.signum() >= 0 && step.mod(BigInteger.valueOf(6)).signum() == 0, "" + value);
      before = value;
    }
    assertEquals(BigInteger.valueOf(Long.MAX_VALUE - 3), before);
  }

  @Test
  void wideNumbersStayOnTheirLattice() {
    Random random = new Random(SEED);
    BigInteger step = BigInteger.valueOf(1_000_003);
    BigInteger far = BigInteger.TEN.pow(29);
    List<BigInteger> wides =
        random.longs(5_000).mapToObj(n -> far.add(BigInteger.valueOf(n).multiply(step))).toList();
    assertOnLattice(MemoryColumn.wides("x", DECIMAL, wides), far, step);
    // One column whose batches are of longs and of wider numbers.
    List<BigInteger> unsigned =
        random.longs(5_000).mapToObj(n -> new BigInteger(Long.toUnsignedString(n & -2L))).toList();
    assertOnLattice(MemoryColumn.wides("x", UINT64, unsigned), BigInteger.ZERO, BigInteger.TWO);
  }

  @Test
  void doublesStayOnTheirLattice() {
    Random random = new Random(SEED);
    assertDoubles(
        random.doubles(5_000).map(u -> Math.rint(1e6 * u) / 100), v -> Math.rint(100 * v) / 100);
    assertDoubles(
        random.doubles(5_000).map(u -> 50 * Math.rint(1e5 * u)), v -> 50 * Math.rint(v / 50));
    assertDoubles(random.doubles(5_000).map(u -> (float) u), v -> (float) v);
    assertDoubles(
        random.doubles(5_000).map(u -> (float) (Math.rint(1e6 * u) / 10)),
        v -> (float) (Math.rint(10 * v) / 10));
  }

  private static void assertDoubles(
      java.util.stream.DoubleStream drawn, java.util.function.DoubleUnaryOperator onLattice) {
    double[] values = drawn.toArray();
    NumberCodec codec = CodecFits.doubles(values);
    List<?> spread = CodecFits.spread(codec, 0, SPREAD, FLOAT64);
    assertTrue(spread.stream().distinct().count() > 1_500, "nothing between the knots");
    for (Object value : spread) {
      assertEquals(onLattice.applyAsDouble((Double) value), value);
    }
    assertEquals(Arrays.stream(values).min().getAsDouble(), spread.getFirst());
    assertEquals(Arrays.stream(values).max().getAsDouble(), spread.getLast());
  }

  /** Continuous numbers of which there are few are not all there is: others lie between them. */
  @Test
  void fewContinuousNumbersAreInterpolated() {
    double[] values = new Random(SEED).doubles(50).toArray();
    NumberCodec codec = CodecFits.doubles(values);
    assertTrue(CodecFits.spread(codec, 0, SPREAD, FLOAT64).stream().distinct().count() > 10_000);
    long[] rolls = new Random(SEED).longs(500, 0, 40).map(n -> n * n).toArray();
    List<?> spread = CodecFits.spread(CodecFits.longs(rolls), 0, SPREAD, INT64);
    assertEquals(
        Arrays.stream(rolls).boxed().distinct().sorted().toList(),
        spread.stream().distinct().toList());
  }

  @Test
  void anyFloatsDecode() {
    NumberCodec codec = CodecFits.doubles(new Random(SEED).doubles(100).toArray());
    float[] floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3, -3};
    for (float position : floats) {
      double place = codec.stretches().place(position, 0);
      assertTrue(place == 0 || place == 99, position + " at " + place);
    }
  }
}
