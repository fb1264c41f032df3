package io.lanewise.report;

import io.lanewise.column.OneLine;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.NotScored;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Lines of text of at most {@value #WIDTH} places.
 *
 * @param out where they go
 * @param glyphs what can be shown there
 */
record TextLines(Appendable out, Glyphs glyphs) {

  static final int WIDTH = 100;

  /** Places for where a table is from. */
  private static final int SOURCE = WIDTH - 33;

  /** Places for a name inside a sentence. */
  private static final int SHORT = 39;

  /** A line of parts that fit, without blanks at its end. */
  void line(String format, Object... parts) throws IOException {
    out.append(String.format(Locale.ROOT, format, parts).stripTrailing()).append('\n');
  }

  void blank() throws IOException {
    out.append('\n');
  }

  /** A sentence, broken at blanks into lines that fit, the later ones indented. */
  void sentence(String text, int indent) throws IOException {
    StringBuilder line = new StringBuilder();
    int column = 0;
    for (String word : OneLine.of(text).split(" ", -1)) {
      int length = Glyphs.width(word);
      if (column > indent && column + 1 + length > WIDTH) {
        out.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
        line.repeat(" ", indent);
        column = indent;
      } else if (!line.isEmpty()) {
        line.append(' ');
        column++;
      }
      line.append(word);
      column += length;
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  /** A table of a comparison: its rows, and the end of where it is from. */
  void side(String name, String source, long rows) throws IOException {
    String from = glyphs.fitEnd(glyphs.name(source), SOURCE);
    line("%-10s %14s rows   %s", name, Numbers.count(rows), from);
  }

  /** Columns that were left out, a sentence each. */
  void notCompared(List<NotScored> columns) throws IOException {
    for (NotScored column : columns) {
      sentence(
          "not compared: "
              + shorten(column.name())
              + " ("
              + shorten(column.type())
              + "): "
              + column.reason(),
          0);
    }
  }

  /** A name in so many places, padded. */
  String fit(String name, int width) {
    return glyphs.fit(glyphs.name(name), width);
  }

  /** The beginning of a name or a type, for a sentence. */
  String shorten(String name) {
    return glyphs.fit(glyphs.name(name), SHORT).strip();
  }

  /** A name, set apart from the words around it. */
  String quoted(String name) {
    return "`" + shorten(name) + "`";
  }

  /** A column's name with its mark, which is never cut off. */
  String fitMarked(ColumnScore column, int width) {
    return fitMarked(column.name(), mark(column), width);
  }

  /** A name with a mark, which is never cut off. */
  String fitMarked(String unmarked, String mark, int width) {
    String name = glyphs.name(unmarked);
    return Glyphs.width(name) + mark.length() <= width
        ? glyphs.fit(name + mark, width)
        : glyphs.fit(name, width - mark.length()) + mark;
  }

  static String mark(ColumnScore column) {
    return (column.identifier() ? " *" : "") + (column.folded() ? " ~" : "");
  }
}
