package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void bothEndsAreInside() {
    Interval interval = new Interval(0.25, 0.5);
    assertTrue(interval.contains(0.25));
    assertTrue(interval.contains(0.375));
    assertTrue(interval.contains(0.5));
    assertFalse(interval.contains(Math.nextDown(0.25)));
    assertFalse(interval.contains(Math.nextUp(0.5)));
    assertFalse(interval.contains(Double.NaN));
  }

  @Test
  void endsMayMeetAndDoNotDescend() {
    assertTrue(new Interval(0.5, 0.5).contains(0.5));
    for (double lower : new double[] {Math.nextUp(0.5), Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new Interval(lower, 0.5));
    }
  }
}
