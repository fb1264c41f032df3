package io.lanewise.report;

import io.lanewise.profile.Bins;
import io.lanewise.profile.Categories;
import io.lanewise.profile.ProfileFormat;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what a profile holds, for people: a line for each column. */
public final class ProfileText {

  /** Places of kind and null count, and the blanks between. */
  private static final int NUMBERS = 26;

  private static final int WIDEST_NAME = 30;
  private static final int WIDEST_TYPE = 20;

  /** Values of a column that a line may have room for. */
  private static final int VALUES = 8;

  private final TextLines lines;

  /** A text of these characters. */
  public ProfileText(Appendable out, Glyphs glyphs) {
    this.lines = new TextLines(out, glyphs);
  }

  /** Writes all of it. */
  public void write(ProfileContents contents) throws IOException {
    List<CountedColumn> columns = contents.columns();
    Glyphs glyphs = lines.glyphs();
    lines.line(
        "%-8s %s", "profile", glyphs.fitEnd(glyphs.name(contents.source()), TextLines.WIDTH - 9));
    lines.line("%-8s %s, %s bytes", "format", ProfileFormat.NAME, Numbers.count(contents.bytes()));
    lines.line("%-8s %s", "rows", Numbers.count(contents.profile().rows()));
    lines.line("%-8s %s", "columns", Numbers.count(columns.size()));
    lines.line("%-8s %s", "pairs", Numbers.count(contents.profile().pairs().size()));
    lines.blank();
    int name = width(columns.stream().map(ProfileText::marked).toList(), "column", WIDEST_NAME);
    int type = width(columns.stream().map(ProfileText::type).toList(), "type", WIDEST_TYPE);
    int rest = TextLines.WIDTH - name - type - NUMBERS;
    cells(
        lines.fit("column", name),
        lines.fit("type", type),
        "symbols",
        "null",
        "range, or most frequent");
    for (CountedColumn column : columns) {
      cells(
          lines.fitMarked(column.column().name(), mark(column), name),
          lines.fit(type(column), type),
          symbols(column),
          Numbers.shortCount(column.counts().nulls()),
          glyphs.fit(values(column), rest));
    }
    legend(columns);
  }

  private int width(List<String> texts, String heading, int widest) {
    int longest =
        texts.stream().mapToInt(text -> Glyphs.width(lines.glyphs().name(text))).max().orElse(0);
    return Math.clamp(longest, heading.length(), widest);
  }

  private void cells(Object... cells) throws IOException {
    lines.line("%s %s %13s %8s  %s", cells);
  }

  private static String type(CountedColumn column) {
    return column.column().type().name().replace("dictionary<", "dict<");
  }

  private static String marked(CountedColumn column) {
    return column.column().name() + mark(column);
  }

  private static String mark(CountedColumn column) {
    return (column.column().identifier() ? " *" : "") + (column.isFolded() ? " ~" : "");
  }

  private static String symbols(CountedColumn column) {
    return switch (column.column().binning()) {
      case Bins bins -> bins.binCount() + " bins";
      case Categories categories -> Numbers.shortCount(categories.known().size()) + " values";
    };
  }

  private String values(CountedColumn column) {
    return switch (column.column().binning()) {
      case Bins bins -> Numbers.rounded(bins.label(1, bins.binCount(), column.column().type()));
      case Categories categories ->
          column.entries().stream()
              .filter(entry -> entry.label() != null && entry.count() > 0)
              .sorted(Comparator.comparingLong(CountedColumn.Entry::count).reversed())
              .limit(VALUES)
              .map(
                  entry ->
                      lines.shorten(String.valueOf(entry.label()))
                          + " "
                          + Numbers.count(entry.count()))
              .collect(Collectors.joining(", "));
    };
  }

  private void legend(List<CountedColumn> columns) throws IOException {
    if (columns.stream().anyMatch(column -> column.column().identifier())) {
      lines.line("* looks like an identifier");
    }
    if (columns.stream().anyMatch(CountedColumn::isFolded)) {
      lines.line("~ values that are not listed are counted in hash buckets");
    }
  }
}
