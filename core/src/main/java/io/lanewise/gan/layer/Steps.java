package io.lanewise.gan.layer;

import io.lanewise.gan.codec.RowLayout;
import java.util.List;

/** The levels that positions of a stretch take. */
final class Steps {

  private final float[] ends;
  private final float[] levels;

  private Steps(float[] ends, float[] levels) {
    this.ends = ends;
    this.levels = levels;
  }

  static Steps of(RowLayout.Choice choice) {
    return switch (choice) {
      case RowLayout.Single _ -> new Steps(new float[0], new float[0]);
      case RowLayout.Stretch(List<Float> ends, List<Float> levels) ->
          new Steps(floats(ends), floats(levels));
    };
  }

  private static float[] floats(List<Float> list) {
    float[] floats = new float[list.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = list.get(i);
    }
    return floats;
  }

  /** The level of the step that a position falls into; without steps, the position. */
  float of(float position) {
    if (ends.length == 0) {
      return position;
    }
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (position < ends[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Float.isNaN(levels[low]) ? position : levels[low];
  }
}
