package io.lanewise.report;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * The characters that an output can show: bars of eighths where it is Unicode, hashes where not.
 */
public final class Glyphs {

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private final boolean unicode;
  private final CharsetEncoder encoder;

  /** Glyphs for an output in this charset. */
  public Glyphs(Charset charset) {
    this.encoder = charset.newEncoder();
    this.unicode = encoder.canEncode("█▏…");
  }

  /** A bar of at most {@code width} characters for a share between 0 and 1, padded with blanks. */
  String bar(double share, int width) {
    double clamped = Double.isNaN(share) ? 0 : Math.clamp(share, 0.0, 1.0);
    StringBuilder bar = new StringBuilder();
    if (unicode) {
      int eighths = (int) Math.round(clamped * width * 8);
      bar.repeat("█", eighths / 8);
      if (eighths % 8 > 0) {
        bar.append(EIGHTHS.charAt(eighths % 8));
      }
    } else {
      bar.repeat("#", (int) Math.round(clamped * width));
    }
    return bar.repeat(" ", width - bar.length()).toString();
  }

  /** A name with control characters and what the output cannot show made visible. */
  String name(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              if (Character.isISOControl(point) || !encoder.canEncode(character)) {
                shown.append(String.format("\\u{%x}", point));
              } else {
                shown.append(character);
              }
            });
    return name.isEmpty() ? "(empty)" : shown.toString();
  }

  /** At most {@code width} characters of a text, the end cut where it is longer, padded. */
  String fit(String text, int width) {
    int length = text.codePointCount(0, text.length());
    if (length <= width) {
      return text + " ".repeat(width - length);
    }
    String ellipsis = unicode ? "…" : "..";
    int kept = text.offsetByCodePoints(0, width - ellipsis.length());
    return text.substring(0, kept) + ellipsis;
  }
}
