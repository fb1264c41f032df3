package io.lanewise.column;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of Apache Arrow for a type say of its values: {@code bool} is BOOLEAN, {@code
 * timestamp[ms, UTC]} an INSTANT in steps of 0.001 s.
 *
 * <p>Words of others say nothing here: tables may come from elsewhere.
 */
public final class ArrowWords {

  private static final Map<String, ColumnType> PLAIN = plain();

  private static final Map<String, Integer> UNITS = Map.of("s", 0, "ms", 3, "us", 6, "ns", 9);

  private static final Pattern ENCODED = Pattern.compile("dictionary<(.*)>", Pattern.DOTALL);
  private static final Pattern DECIMAL =
      Pattern.compile("decimal(?:32|64|128|256)\\(-?\\d+,(-?\\d{1,4})\\)");
  private static final Pattern TEMPORAL =
      Pattern.compile(
          "(time32|time64|timestamp|duration)\\[(s|ms|us|ns)(, .*)?\\]", Pattern.DOTALL);
  private static final Pattern FIXED_BYTES = Pattern.compile("fixed_size_binary\\(\\d+\\)");

  private ArrowWords() {}

  private static Map<String, ColumnType> plain() {
    Map<Family, List<String>> words =
        Map.of(
            Family.INTEGER,
            List.of("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
            Family.FLOATING,
            List.of("float16", "float32", "float64"),
            Family.BOOLEAN,
            List.of("bool"),
            Family.TEXT,
            List.of("utf8", "large_utf8", "utf8_view"),
            Family.BINARY,
            List.of("binary", "large_binary", "binary_view"),
            Family.NULL,
            List.of("null"));
    Map<String, ColumnType> types = new HashMap<>();
    words.forEach(
        (family, names) -> names.forEach(name -> types.put(name, ColumnType.of(name, family))));
    types.put("date32", new ColumnType("date32", Family.DATE, BigDecimal.valueOf(86_400)));
    types.put("date64", new ColumnType("date64", Family.DATE, BigDecimal.valueOf(1, 3)));
    return types;
  }

  /** The type that is called so; empty if the words are not Arrow's, or those of a nested type. */
  public static Optional<ColumnType> type(String name) {
    Matcher encoded = ENCODED.matcher(name);
    String value = encoded.matches() ? encoded.group(1) : name;
    return value(value).map(type -> new ColumnType(name, type.family(), type.step()));
  }

  private static Optional<ColumnType> value(String name) {
    ColumnType plain = PLAIN.get(name);
    if (plain != null) {
      return Optional.of(plain);
    }
    Matcher decimal = DECIMAL.matcher(name);
    if (decimal.matches()) {
      BigDecimal step = BigDecimal.valueOf(1, Integer.parseInt(decimal.group(1)));
      return Optional.of(new ColumnType(name, Family.DECIMAL, step));
    }
    Matcher temporal = TEMPORAL.matcher(name);
    if (temporal.matches()) {
      return temporal(name, temporal.group(1), temporal.group(2), temporal.group(3) != null);
    }
    return FIXED_BYTES.matcher(name).matches()
        ? Optional.of(ColumnType.of(name, Family.BINARY))
        : Optional.empty();
  }

  private static Optional<ColumnType> temporal(
      String name, String kind, String unit, boolean hasZone) {
    Family family =
        switch (kind) {
          case "timestamp" -> hasZone ? Family.INSTANT : Family.TIMESTAMP;
          case "duration" -> Family.DURATION;
          default -> Family.TIME;
        };
    BigDecimal step = BigDecimal.valueOf(1, UNITS.getOrDefault(unit, 0));
    return hasZone && family != Family.INSTANT
        ? Optional.empty()
        : Optional.of(new ColumnType(name, family, step));
  }

  /**
   * Checks that a type is the one that it is called.
   *
   * @throws IllegalArgumentException if its words are those of another family or step
   */
  public static void check(ColumnType type) {
    type(type.name())
        .filter(known -> !known.equals(type))
        .ifPresent(
            known -> {
              throw new IllegalArgumentException(
                  "type %s is %s in steps of %s, expected %s in steps of %s"
                      .formatted(
                          type.name(), type.family(), type.step(), known.family(), known.step()));
            });
  }
}
