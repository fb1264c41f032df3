package io.lanewise.gan.codec;

import io.lanewise.column.Family;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import io.lanewise.gan.codec.NumberRows.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The codec of an ordered column in a container. */
final class NumberEntries {

  private static final int MOST_KNOTS = 1 << 17;

  private NumberEntries() {}

  static void write(NumberCodec codec, Entries entries) {
    Stretches stretches = codec.stretches();
    entries.put(
        "specials", codec.specials().stream().map(Kind::name).collect(Collectors.joining(" ")));
    entries.put("usual", Integer.toString(codec.usual()));
    LineEntries.writeKind(stretches.knots(), entries);
    LineEntries.write("spikes", codec.spikes(), entries);
    LineEntries.write("knots", stretches.knots(), entries);
    entries.put(
        "stretches",
        Tensor.ofCounts(Arrays.stream(stretches.ends()).mapToLong(end -> end).toArray()));
    entries.put("low", Tensor.of(stretches.low()));
    entries.put("high", Tensor.of(stretches.high()));
  }

  static NumberCodec read(Family family, Entries entries) {
    List<Kind> specials = specials(entries.word("specials"), family, entries.prefix());
    Line spikes = LineEntries.read("spikes", family, entries);
    Stretches stretches = stretches(family, entries);
    int choices = specials.size() + spikes.size() + stretches.count();
    int usual = Integer.parseInt(entries.word("usual"));
    if (usual < 0 || usual >= choices) {
      throw new IllegalArgumentException(
          "%s: choice %d of %d is the usual one".formatted(entries.prefix(), usual, choices));
    }
    return new NumberCodec(specials, spikes, stretches, usual);
  }

  private static List<Kind> specials(String words, Family family, String prefix) {
    List<Kind> specials =
        words.isEmpty()
            ? List.of()
            : Arrays.stream(words.split(" ", -1)).map(Kind::valueOf).toList();
    Kind last = family == Family.FLOATING ? Kind.NEGATIVE_INFINITY : Kind.NULL;
    for (int i = 0; i < specials.size(); i++) {
      boolean ascends = i == 0 || specials.get(i).compareTo(specials.get(i - 1)) > 0;
      if (!ascends || specials.get(i).compareTo(last) > 0) {
        throw new IllegalArgumentException(prefix + " has the specials '" + words + "'");
      }
    }
    return specials;
  }

  private static Stretches stretches(Family family, Entries entries) {
    Line knots = LineEntries.read("knots", family, entries);
    long[] ends = entries.numbers("stretches", knots.size());
    long before = 0;
    for (long end : ends) {
      if (end <= before) {
        throw new IllegalArgumentException(
            "%s/stretches: one at [%d, %d)".formatted(entries.prefix(), before, end));
      }
      before = end;
    }
    if (before != knots.size() || before > MOST_KNOTS) {
      throw new IllegalArgumentException(
          "%s/stretches end at %d, expected %d, at most %d"
              .formatted(entries.prefix(), before, knots.size(), MOST_KNOTS));
    }
    float[] low = entries.tensor("low").toFloats();
    float[] high = entries.tensor("high").toFloats();
    if (low.length != knots.size() || high.length != knots.size()) {
      throw new IllegalArgumentException(
          "%s has %d and %d positions, expected %d"
              .formatted(entries.prefix(), low.length, high.length, knots.size()));
    }
    Stretches stretches =
        new Stretches(knots, Arrays.stream(ends).mapToInt(Math::toIntExact).toArray(), low, high);
    if (!stretches.ascends()) {
      throw new IllegalArgumentException(
          entries.prefix() + ": positions that do not ascend within -1..1");
    }
    return stretches;
  }
}
