package io.lanewise.report;

import io.lanewise.column.OneLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lines of Markdown, and texts made safe for them. */
record MarkdownLines(Appendable out) {

  private static final Glyphs GLYPHS = new Glyphs(StandardCharsets.UTF_8);

  void line(String format, Object... parts) throws IOException {
    out.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }

  /** A name as code, safe inside a table cell. */
  static String code(String text) {
    String shown = GLYPHS.name(text).replace("`", "'");
    return "`" + shown.replace("\\|", "\\u{5c}|").replace("|", "\\|") + "`";
  }

  /** A value as code, a missing one as the word null. */
  static String value(@Nullable String label) {
    return label == null ? "null" : code(label);
  }

  /** A text of words. */
  static String escape(String text) {
    return OneLine.of(text).replace("|", "\\|").replace("<", "\\<");
  }
}
