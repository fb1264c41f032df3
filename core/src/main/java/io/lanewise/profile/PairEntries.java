package io.lanewise.profile;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The coarse symbols, the pairs and their joint counts in a container. */
final class PairEntries {

  private PairEntries() {}

  static void write(
      PairSpace space,
      List<JointCounts> counts,
      Map<String, String> words,
      Map<String, Tensor> tensors) {
    for (int i = 0; i < space.coarsenings().size(); i++) {
      Coarsening coarsening = space.coarsenings().get(i);
      Entries entries = new Entries("column/" + i, words, tensors);
      entries.put("coarse", Tensor.of(coarsening.table()));
      entries.put("coarse.symbols", Integer.toString(coarsening.symbolCount()));
    }
    if (space.pairs().isEmpty()) {
      return;
    }
    long[] pairs =
        space.pairs().stream()
            .flatMapToLong(pair -> Arrays.stream(new long[] {pair.x(), pair.y()}))
            .toArray();
    tensors.put("pairs", Tensor.ofCounts(pairs, space.pairs().size(), 2));
    tensors.put(
        "joint",
        Tensor.ofCounts(
            counts.stream().flatMapToLong(table -> Arrays.stream(table.toArray())).toArray()));
  }

  /** The coarse symbols of the columns, none where there are no pairs. */
  static List<Coarsening> coarsenings(
      List<ReferenceColumn> columns, Map<String, String> words, Map<String, Tensor> tensors) {
    List<Coarsening> coarsenings = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Entries entries = new Entries("column/" + i, words, tensors);
      if (entries.has("coarse")) {
        int symbols = Integer.parseInt(entries.word("coarse.symbols"));
        if (symbols < 1 || symbols > Coarsening.MOST + 3) {
          throw new IllegalArgumentException(
              entries.prefix() + " has " + symbols + " coarse symbols");
        }
        // A column in no pair has one symbol for all of its codes, however many.
        int codes = symbols == 1 ? 1 : columns.get(i).binning().listedCodes() + 1;
        entries.numbers("coarse", codes, symbols - 1L);
        Coarsening coarsening = new Coarsening(entries.tensor("coarse").toBytes(), symbols);
        if (!coarsening.fits(columns.get(i).binning())) {
          throw new IllegalArgumentException(
              entries.prefix() + "/coarse joins symbols in an order that is none");
        }
        coarsenings.add(coarsening);
      }
    }
    return coarsenings;
  }

  static List<ColumnPair> pairs(Map<String, Tensor> tensors) {
    Tensor tensor = tensors.get("pairs");
    if (tensor == null) {
      return List.of();
    }
    long[] numbers = tensor.toLongs();
    List<ColumnPair> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < numbers.length; i += 2) {
      pairs.add(new ColumnPair(Math.toIntExact(numbers[i]), Math.toIntExact(numbers[i + 1])));
    }
    return pairs;
  }

  static List<JointCounts> counts(PairSpace space, Map<String, Tensor> tensors) {
    Tensor tensor = tensors.get("joint");
    long[] numbers = tensor == null ? new long[0] : tensor.toLongs();
    List<JointCounts> counts = new ArrayList<>();
    int at = 0;
    for (ColumnPair pair : space.pairs()) {
      int rows = space.x(pair).symbolCount();
      int columns = space.y(pair).symbolCount();
      int end = at + rows * columns;
      if (end > numbers.length) {
        throw new IllegalArgumentException(
            "joint has " + numbers.length + " counts, expected at least " + end);
      }
      counts.add(new JointCounts(rows, columns, Arrays.copyOfRange(numbers, at, end)));
      at = end;
    }
    return counts;
  }
}
