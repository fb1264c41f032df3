package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Field;
import io.lanewise.column.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Fits a reference to the real data.
 *
 * <p>A table of up to {@value #SAMPLE} rows is read whole; of a larger one a sample of rows chosen
 * by a hash of their ordinals decides on edges and on the categories that are known. What a sample
 * cannot tell is then looked up in all rows, for the columns that need it: whether an ordered
 * column has few distinct values, and whether nearly all values of a column are distinct. Wide
 * tables are walked several times, some columns at a time, so that memory does not grow with them.
 *
 * @param most most bins of equal mass, and most distinct values of an ordered column that are each
 *     a symbol
 * @param pairs which pairs of columns are counted together
 * @param seed of the hash that samples rows
 * @param threads number of threads
 */
public record ReferenceFitter(int most, PairPlan pairs, long seed, int threads) {

  /** Most bins of equal mass of a column, and the default for it. */
  public static final int MOST_BINS = 64;

  /**
   * Most rows that edges and categories are fitted to: even a column without two equal values does
   * not pass the cap, and is seen as an identifier.
   */
  static final int SAMPLE = Categories.CAP;

  /** Values that are held at a time: those of 8 columns, if they have so many rows. */
  private static final long VALUES = 8L * SAMPLE;

  /** Checks the range of the numbers. */
  public ReferenceFitter {
    if (most < 2 || most > MOST_BINS) {
      throw new IllegalArgumentException("bins: got " + most + ", expected 2 to " + MOST_BINS);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: got " + threads + ", expected at least 1");
    }
  }

  /**
   * The reference of a table.
   *
   * @param table the real data
   * @param plans the columns to take, in the order wanted
   * @throws io.lanewise.column.DataException where the data cannot be read
   * @throws IllegalArgumentException if a column that has no order is to be binned
   */
  public Reference fit(Table table, List<ColumnPlan> plans) {
    return fit(table, plans, RowSample.NONE);
  }

  /** The reference of the rows of a table that are not held out. */
  Reference fit(Table table, List<ColumnPlan> plans, RowSample heldOut) {
    List<Field> fields = table.schema().fields();
    RowSample sample = RowSample.of(table.rowCount(), SAMPLE, seed);
    List<ColumnDecision> decisions = new ArrayList<>();
    int columnsAtOnce = (int) (VALUES / Math.clamp(table.rowCount(), 1, SAMPLE));
    for (int from = 0; from < plans.size(); from += columnsAtOnce) {
      List<ColumnPlan> some = plans.subList(from, Math.min(from + columnsAtOnce, plans.size()));
      decisions.addAll(decide(table, some, sample, heldOut));
    }
    List<ReferenceColumn> columns = columns(fields, plans, decisions);
    int[] positions = plans.stream().mapToInt(ColumnPlan::position).toArray();
    return new Reference(
        columns, new PairFitter(pairs, seed, threads).fit(table, columns, positions, decisions));
  }

  private List<ColumnDecision> decide(
      Table table, List<ColumnPlan> plans, RowSample sample, RowSample heldOut) {
    List<Field> fields = table.schema().fields();
    List<SampleWorker> samples =
        heldOut.walkOthers(table, threads, () -> new SampleWorker(fields, plans, sample));
    SampleWorker all = samples.getFirst();
    samples.stream().skip(1).forEach(all::addAll);
    List<ColumnFit> fits = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      ColumnType type = fields.get(plans.get(i).position()).type();
      fits.add(new ColumnFit(type, plans.get(i).treatment(), all.column(i), most));
    }
    if (!sample.all()) {
      lookUp(table, plans, fits, heldOut);
    }
    return fits.stream().map(ColumnFit::decide).toList();
  }

  private void lookUp(
      Table table, List<ColumnPlan> plans, List<ColumnFit> fits, RowSample heldOut) {
    int[] open = IntStream.range(0, fits.size()).filter(i -> fits.get(i).isOpen()).toArray();
    if (open.length == 0) {
      return;
    }
    List<ColumnPlan> openPlans = IntStream.of(open).mapToObj(plans::get).toList();
    List<ColumnFit> openFits = IntStream.of(open).mapToObj(fits::get).toList();
    List<DistinctWorker> workers =
        heldOut.walkOthers(table, threads, () -> new DistinctWorker(openPlans, openFits));
    DistinctWorker all = workers.getFirst();
    workers.stream().skip(1).forEach(all::addAll);
    for (int i = 0; i < open.length; i++) {
      fits.get(open[i]).settle(all.column(i));
    }
  }

  private static List<ReferenceColumn> columns(
      List<Field> fields, List<ColumnPlan> plans, List<ColumnDecision> decisions) {
    Map<String, Integer> occurrences = new HashMap<>();
    int[] occurrence = new int[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      occurrence[i] = occurrences.merge(fields.get(i).name(), 1, Integer::sum) - 1;
    }
    List<ReferenceColumn> columns = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      int position = plans.get(i).position();
      Field field = fields.get(position);
      columns.add(
          new ReferenceColumn(
              field.name(),
              occurrence[position],
              field.type(),
              decisions.get(i).binning(),
              decisions.get(i).identifier()));
    }
    return columns;
  }
}
