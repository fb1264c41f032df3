package io.lanewise.report;

import io.lanewise.column.OneLine;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

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
    // Composed, so that a letter and its accent take one place.
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              if (OneLine.isShownByNumber(point) || !encoder.canEncode(character)) {
                shown.append(String.format("\\u{%x}", point));
              } else {
                shown.append(character);
              }
            });
    return name.isEmpty() ? "(empty)" : shown.toString();
  }

  /** The start of a text in {@code width} places, padded. */
  String fit(String text, int width) {
    int taken = width(text);
    if (taken <= width) {
      return text + " ".repeat(width - taken);
    }
    StringBuilder start = new StringBuilder();
    int left = width - ellipsis().length();
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      left -= width(point);
      if (left < 0) {
        break;
      }
      start.appendCodePoint(point);
      at += Character.charCount(point);
    }
    start.append(ellipsis());
    return start + " ".repeat(width - width(start.toString()));
  }

  /** The end of a text in at most {@code width} places: of a path, the end tells most. */
  String fitEnd(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    int left = width - ellipsis().length();
    int from = text.length();
    while (from > 0) {
      int point = text.codePointBefore(from);
      left -= width(point);
      if (left < 0) {
        break;
      }
      from -= Character.charCount(point);
    }
    return ellipsis() + text.substring(from);
  }

  private String ellipsis() {
    return unicode ? "…" : "..";
  }

  /** Places that a text takes on a terminal. */
  static int width(String text) {
    return text.codePoints().map(Glyphs::width).sum();
  }

  /** Two for what East Asian terminals show in double width, and for emoji; one for all else. */
  private static int width(int point) {
    if (point < 0x1100) {
      return 1;
    }
    boolean wide =
        Character.isIdeographic(point)
            || Character.isEmojiPresentation(point)
            || (point >= 0x3000 && point <= 0x303e)
            || (point >= 0xff01 && point <= 0xff60)
            || (point < 0xff61 && isWideScript(Character.UnicodeScript.of(point)));
    return wide ? 2 : 1;
  }

  private static boolean isWideScript(Character.UnicodeScript script) {
    return script == Character.UnicodeScript.HANGUL
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || script == Character.UnicodeScript.BOPOMOFO;
  }
}
