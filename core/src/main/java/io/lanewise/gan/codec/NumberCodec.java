package io.lanewise.gan.codec;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Column;
import io.lanewise.column.Field;
import io.lanewise.gan.codec.NumberRows.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * An ordered column: the choices are what is no number, then the spikes, then the stretches.
 *
 * @param specials what is no number, in the order of {@link Kind}
 * @param spikes numbers that are choices
 * @param stretches what is left of the number line
 * @param usual the choice of a row that no choice fits
 */
record NumberCodec(List<Kind> specials, Line spikes, Stretches stretches, int usual)
    implements ValueCodec {

  NumberCodec {
    specials = List.copyOf(specials);
  }

  @Override
  public List<RowLayout.Choice> choices() {
    List<RowLayout.Choice> choices =
        new ArrayList<>(Collections.nCopies(firstStretch(), new RowLayout.Single()));
    for (int i = 0; i < stretches.count(); i++) {
      choices.add(stretches.choice(i));
    }
    return choices;
  }

  @Override
  public Optional<String> note() {
    if (specials.size() + spikes.size() != 1 || stretches.count() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        specials.contains(Kind.NULL)
            ? "null in every row, kept so"
            : "the same value in every row, kept so");
  }

  private int firstStretch() {
    return specials.size() + spikes.size();
  }

  @Override
  public Encoder encoder() {
    return new NumberEncoder();
  }

  private final class NumberEncoder implements Encoder {
    private final NumberReader reader = new NumberReader();
    private final NumberRows block = new NumberRows(Column.BLOCK);

    @Override
    public void encode(Column column, int from, int to, BlockRows rows, int firstRow) {
      reader.read(column, from, to, block);
      for (int i = 0; i < to - from; i++) {
        switch (block.kind(i)) {
          case NULL, NAN -> putMissing(block.kind(i), rows, firstRow + i);
          case POSITIVE_INFINITY -> putInfinity(i, Double.MAX_VALUE, rows, firstRow + i);
          case NEGATIVE_INFINITY -> putInfinity(i, -Double.MAX_VALUE, rows, firstRow + i);
          case DOUBLE, LONG, WIDE -> putNumber(i, rows, firstRow + i);
        }
      }
    }

    private void putMissing(Kind kind, BlockRows rows, int row) {
      int choice = specials.indexOf(kind);
      if (choice < 0) {
        choice = specials.indexOf(kind == Kind.NAN ? Kind.NULL : Kind.NAN);
      }
      rows.put(row, choice < 0 ? usual : choice, 0);
    }

    private void putInfinity(int i, double nearest, BlockRows rows, int row) {
      int choice = specials.indexOf(block.kind(i));
      if (choice >= 0) {
        rows.put(row, choice, 0);
      } else {
        block.put(i, nearest);
        putNumber(i, rows, row);
      }
    }

    private void putNumber(int i, BlockRows rows, int row) {
      int spike = spikes.search(block, i);
      if (spike >= 0) {
        rows.put(row, specials.size() + spike, 0);
      } else if (stretches.count() > 0) {
        double place = stretches.knots().place(block, i);
        int stretch = stretches.stretch(place);
        rows.put(row, firstStretch() + stretch, stretches.position(place, stretch));
      } else if (spikes.size() > 0) {
        rows.put(row, specials.size() + (int) Math.rint(spikes.place(block, i)), 0);
      } else {
        rows.put(row, usual, 0);
      }
    }
  }

  @Override
  public void decode(
      BlockRows rows, int count, UniformRandomProvider rng, Field field, BatchBuilder batch) {
    numbers(rows, count).addTo(batch, field);
  }

  private NumberRows numbers(BlockRows rows, int count) {
    NumberRows numbers = new NumberRows(count);
    for (int row = 0; row < count; row++) {
      int choice = rows.choice(row);
      if (choice < specials.size()) {
        numbers.put(row, specials.get(choice));
      } else if (choice < firstStretch()) {
        spikes.put(choice - specials.size(), numbers, row);
      } else {
        int stretch = choice - firstStretch();
        stretches.knots().put(stretches.place(rows.position(row), stretch), numbers, row);
      }
    }
    return numbers;
  }

  @Override
  public int symbolCount() {
    return firstStretch() + stretches.knots().size();
  }

  @Override
  public boolean isTold() {
    return true;
  }

  @Override
  public int[] symbols(BlockRows rows, int count) {
    NumberRows numbers = numbers(rows, count);
    int[] symbols = new int[count];
    for (int row = 0; row < count; row++) {
      int symbol = symbol(numbers, row);
      symbols[row] =
          symbol >= 0
              ? symbol
              : firstStretch() + (int) Math.rint(stretches.knots().place(numbers, row));
    }
    return symbols;
  }

  /** The symbol of a value, -1 if it has none. */
  int symbol(NumberRows numbers, int row) {
    int special = specials.indexOf(numbers.kind(row));
    if (special >= 0 || !numbers.isFinite(row)) {
      return special;
    }
    int spike = spikes.search(numbers, row);
    if (spike >= 0) {
      return specials.size() + spike;
    }
    int knot = stretches.knots().search(numbers, row);
    return knot >= 0 ? firstStretch() + knot : -1;
  }

  @Override
  public void decode(int[] symbols, Field field, BatchBuilder batch) {
    NumberRows numbers = new NumberRows(symbols.length);
    for (int row = 0; row < symbols.length; row++) {
      int symbol = symbols[row];
      if (symbol < specials.size()) {
        numbers.put(row, specials.get(symbol));
      } else if (symbol < firstStretch()) {
        spikes.put(symbol - specials.size(), numbers, row);
      } else {
        stretches.knots().put(symbol - firstStretch(), numbers, row);
      }
    }
    numbers.addTo(batch, field);
  }
}
