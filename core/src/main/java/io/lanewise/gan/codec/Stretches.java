package io.lanewise.gan.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stretches of an ordered column, each with the distribution of its values as knots.
 *
 * <p>A knot owns the positions from {@code low} to {@code high}, one only where the value occurred
 * once; what lies between knots is interpolated.
 *
 * @param knots the values of all stretches, ascending
 * @param ends for each stretch, one past its last knot
 * @param low first position of each knot, in -1..1
 * @param high last position of each knot
 */
@SuppressWarnings("ArrayRecordComponent") // held by one codec, never compared
record Stretches(Line knots, int[] ends, float[] low, float[] high) {

  /** A knot that owns less than this part of the positions is no atom among others. */
  private static final int WIDEST_SPREAD = 256;

  int count() {
    return ends.length;
  }

  /**
   * A stretch as a choice: with a step for each knot if they meet, which is where values are taken
   * for all there is; else with one for each atom, a knot that owns at least 1/{@value
   * #WIDEST_SPREAD} of the positions.
   */
  RowLayout.Stretch choice(int stretch) {
    float narrowest = meet(stretch) ? 0 : 2f / WIDEST_SPREAD;
    List<Float> stepEnds = new ArrayList<>();
    List<Float> levels = new ArrayList<>();
    float last = -1;
    for (int i = from(stretch); i < ends[stretch]; i++) {
      if (high[i] - low[i] > narrowest) {
        if (low[i] > last) {
          stepEnds.add(low[i]);
          levels.add(Float.NaN);
        }
        last = high[i];
        stepEnds.add(last);
        levels.add(position(i, stretch));
      }
    }
    if (stepEnds.isEmpty()) {
      return RowLayout.Stretch.SPREAD;
    }
    if (last < 1) {
      stepEnds.add(1f);
      levels.add(Float.NaN);
    }
    return new RowLayout.Stretch(stepEnds, levels);
  }

  /** Whether the knots of a stretch own all positions. */
  private boolean meet(int stretch) {
    float last = -1;
    for (int i = from(stretch); i < ends[stretch]; i++) {
      if (low[i] != last) {
        return false;
      }
      last = high[i];
    }
    return last == 1;
  }

  private int from(int stretch) {
    return stretch == 0 ? 0 : ends[stretch - 1];
  }

  /** Whether the positions of every stretch ascend within -1..1. */
  boolean ascends() {
    int stretch = 0;
    float last = -1;
    for (int i = 0; i < low.length; i++) {
      if (i == ends[stretch]) {
        stretch++;
        last = -1;
      }
      // Written so that NaN does not ascend.
      if (!(low[i] >= last && high[i] >= low[i] && high[i] <= 1)) {
        return false;
      }
      last = high[i];
    }
    return true;
  }

  /** The stretch of a place; one between two stretches is of the nearer. */
  int stretch(double place) {
    int found = Arrays.binarySearch(ends, (int) place + 1);
    int stretch = found >= 0 ? found : -found - 1;
    boolean isBehind = place > ends[stretch] - 0.5;
    return isBehind && stretch + 1 < ends.length ? stretch + 1 : stretch;
  }

  /** The position of a place in its stretch. */
  float position(double place, int stretch) {
    double inside = Math.clamp(place, from(stretch), ends[stretch] - 1.0);
    int knot = (int) inside;
    double part = inside - knot;
    return part == 0
        ? (float) ((low[knot] + (double) high[knot]) / 2)
        : (float) (high[knot] + part * ((double) low[knot + 1] - high[knot]));
  }

  /** The place of a position in a stretch; what is outside -1..1, or NaN, is taken to -1 or 1. */
  double place(float position, int stretch) {
    float inside = position >= -1 ? Math.min(position, 1) : -1;
    int from = from(stretch);
    int to = ends[stretch];
    int knot = from;
    for (int above = to; above - knot > 1; ) {
      int middle = (knot + above) >>> 1;
      if (low[middle] <= inside) {
        knot = middle;
      } else {
        above = middle;
      }
    }
    if (inside <= high[knot] || knot + 1 == to) {
      return knot;
    }
    return Line.between(
        knot, ((double) inside - high[knot]) / ((double) low[knot + 1] - high[knot]));
  }

  /**
   * Fits to values that are no spikes.
   *
   * @param values none, or at least two
   */
  static Stretches fit(Distinct values, CodecSettings settings) {
    if (values.size() == 0) {
      return new Stretches(values.line(), new int[0], new float[0], new float[0]);
    }
    int[] cuts = StretchCutter.cuts(values, settings.mostStretches());
    KnotChooser chooser = new KnotChooser(values, settings.mostKnots());
    int[] ends = new int[cuts.length + 1];
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      int to = i < cuts.length ? cuts[i] : values.size();
      chooser.choose(from, to);
      ends[i] = chooser.size();
      from = to;
    }
    return chooser.stretches(ends);
  }
}
