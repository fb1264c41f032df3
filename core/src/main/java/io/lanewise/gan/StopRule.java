package io.lanewise.gan;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A measure and what it has to pass for a training to stop.
 *
 * @param measure what is looked at
 * @param below whether it stops below the limit, or else above
 * @param limit in the measure's unit; information in nats
 */
public record StopRule(TrainingMeasure measure, boolean below, double limit) {

  private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*([<>])\\s*(\\S+)\\s*");

  /**
   * Reads a rule such as {@code js<0.01}.
   *
   * @param text a measure's key, a relation, and a number
   * @param informationUnit nats of the unit that limits of information are written in
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  public static StopRule parse(String text, double informationUnit) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "', expected a rule such as js<0.01");
    }
    String key = matcher.group(1);
    TrainingMeasure measure =
        Arrays.stream(TrainingMeasure.values())
            .filter(candidate -> candidate.key().equals(key))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("'" + key + "', expected one of " + keys()));
    double limit = number(matcher.group(3));
    boolean isInformation = measure.unit() == TrainingMeasure.Unit.INFORMATION;
    return new StopRule(
        measure, matcher.group(2).equals("<"), isInformation ? limit * informationUnit : limit);
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "', expected a number", e);
    }
    throw new IllegalArgumentException("'" + text + "', expected a finite number");
  }

  private static String keys() {
    List<String> keys = Arrays.stream(TrainingMeasure.values()).map(TrainingMeasure::key).toList();
    return String.join(", ", keys);
  }

  /** Whether a line passes the limit; NaN does not. */
  boolean isMet(TrainingLine line) {
    double value = line.value(measure);
    return below ? value < limit : value > limit;
  }
}
