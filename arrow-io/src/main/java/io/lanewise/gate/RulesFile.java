package io.lanewise.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of rules: UTF-8, one rule a line. Blank lines are passed over, and so are those that
 * begin with {@code #}: a rule for a column whose name begins so belongs into an option.
 */
public final class RulesFile {

  /** Longest file that is read, in bytes. */
  static final int LONGEST = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private RulesFile() {}

  /**
   * The rules of a file, in their order.
   *
   * @throws RuleException if the file cannot be read, is no text, or a line is no rule; the message
   *     names the line
   */
  public static List<Rule> read(Path path) {
    List<String> lines = text(path).lines().toList();
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        rules.add(RuleParser.parse(path + ":" + (i + 1), line));
      }
    }
    return List.copyOf(rules);
  }

  private static String text(Path path) {
    byte[] bytes = bytes(path);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // A character of UTF-8 takes at least one byte, and two chars at least four.
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    int nul = text.indexOf('\0');
    if (result.isError() || nul >= 0) {
      String before = nul >= 0 ? text.substring(0, nul) : text;
      long line = 1 + before.chars().filter(c -> c == '\n').count();
      throw new RuleException(path + ":" + line + ": not text; expected rules in UTF-8");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static byte[] bytes(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new RuleException(
            path + ": more than " + LONGEST + " bytes, expected at most so many");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new RuleException(path + ": no such file");
    } catch (AccessDeniedException e) {
      throw new RuleException(path + ": cannot be read: permission denied");
    } catch (IOException e) {
      throw new RuleException(path + ": cannot be read: " + e.getMessage());
    }
  }
}
