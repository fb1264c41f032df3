package io.lanewise.report;

import java.util.Locale;

/** A {@link KernelReport} for people: ASCII, at most 100 characters a line. */
public final class KernelText {

  private KernelText() {}

  /** The whole report. */
  public static String of(KernelReport report) {
    KernelReport.Machine machine = report.machine();
    StringBuilder text = new StringBuilder();
    line(text, "Java %s (%s)", machine.java(), machine.vm());
    line(text, "%s, %d processors", machine.processor(), machine.processors());
    if (report.unavailable() == null) {
      int lanes = report.vectorBits() / Double.SIZE;
      line(text, "%s: %d doubles or %d floats a vector", report.kernels(), lanes, 2 * lanes);
    } else {
      line(text, "scalar kernels only:\n  %s", report.unavailable());
    }
    text.append('\n');
    row(text, "kernel", "scalar", "vector", "ratio", "same bits", "");
    for (KernelReport.Row row : report.rows()) {
      KernelReport.Twin twin = row.vector();
      row(
          text,
          row.kernel(),
          nanos(row.scalarNanos()),
          twin == null ? "-" : nanos(twin.nanos()),
          row.ratio().isEmpty() ? "-" : fixed("%.1f", row.ratio().getAsDouble()),
          twin == null ? "-" : twin.sameBits() ? "yes" : "no",
          "per " + row.each());
    }
    line(text, "");
    line(text, "Nanoseconds an operation, the best of some rounds on one thread, data in cache.");
    return text.toString();
  }

  private static String nanos(double value) {
    return fixed(value < 10 ? "%.3f" : "%.1f", value);
  }

  private static String fixed(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static void row(StringBuilder text, Object... cells) {
    String row = String.format(Locale.ROOT, "%-24s %9s %9s %7s  %-9s %s", cells);
    text.append(row.stripTrailing()).append('\n');
  }

  private static void line(StringBuilder text, String format, Object... parts) {
    text.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }
}
