package io.lanewise.cli;

import io.lanewise.evaluate.Scorecard;
import io.lanewise.report.Glyphs;
import io.lanewise.report.JsonReport;
import io.lanewise.report.MarkdownReport;
import io.lanewise.report.ReportContext;
import io.lanewise.report.TextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scorecard where the user wants it.
 *
 * @param format how
 * @param context what is said beside the numbers
 */
record ReportWriter(Format format, ReportContext context) {

  /** Writes the whole report to the file, or to standard output where there is none. */
  void write(Scorecard card, @Nullable Path file, Streams streams) {
    // A file is UTF-8; only a terminal decides what it can show.
    Charset charset =
        file != null || format != Format.TEXT ? StandardCharsets.UTF_8 : streams.outCharset();
    byte[] content = render(card, charset).getBytes(charset);
    if (file != null) {
      new OutputFile(file).write(content);
    } else {
      streams.write(content);
    }
  }

  /** The report with the characters that the charset has. */
  String render(Scorecard card, Charset charset) {
    StringWriter text = new StringWriter();
    try {
      switch (format) {
        case TEXT -> new TextReport(context, new Glyphs(charset)).write(card, text);
        case JSON -> new JsonReport(context).write(card, text);
        case MARKDOWN -> new MarkdownReport(context).write(card, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }
}
