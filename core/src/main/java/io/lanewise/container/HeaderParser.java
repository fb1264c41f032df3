package io.lanewise.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the header: the part of JSON that {@link ContainerWriter} uses, in its order and without
 * spaces. The core module has no JSON library, and needs no more of JSON than this.
 */
final class HeaderParser {

  private static final int MOST_DIMENSIONS = 8;

  private final String text;
  private int at;

  HeaderParser(byte[] bytes, int from, int to) {
    this.text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException if the text is anything else
   */
  Header parse() {
    SortedMap<String, String> metadata = new TreeMap<>();
    SortedMap<String, Header.Entry> tensors = new TreeMap<>();
    expect("{");
    do {
      String name = string();
      expect(":");
      if (name.equals("__metadata__")) {
        metadata(metadata);
      } else {
        tensors.put(name, entry());
      }
    } while (accept(","));
    expect("}");
    return new Header(metadata, tensors);
  }

  private void metadata(SortedMap<String, String> metadata) {
    expect("{");
    do {
      String key = string();
      expect(":");
      metadata.put(key, string());
    } while (accept(","));
    expect("}");
  }

  private Header.Entry entry() {
    expect("{\"dtype\":");
    ElementType type = ElementType.valueOf(string());
    expect(",\"shape\":[");
    List<Integer> shape = new ArrayList<>();
    if (!accept("]")) {
      do {
        shape.add(size());
      } while (shape.size() < MOST_DIMENSIONS && accept(","));
      expect("]");
    }
    expect(",\"data_offsets\":[");
    long begin = number();
    expect(",");
    long end = number();
    expect("]}");
    return new Header.Entry(type, shape, begin, end);
  }

  private int size() {
    long size = number();
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a size of " + size + ", expected at most 2^31-1");
    }
    return (int) size;
  }

  private long number() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    // More digits than a long has, or none, are refused by the parser; that refusal is caught too.
    return Long.parseLong(text, from, at, 10);
  }

  private String string() {
    expect("\"");
    StringBuilder string = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return string.toString();
      }
      string.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = next();
    if (c == '"' || c == '\\') {
      return c;
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw unexpected();
    }
    at += 4;
    return (char) Integer.parseInt(text, at - 4, at, 16);
  }

  private char next() {
    if (at == text.length()) {
      throw unexpected();
    }
    return text.charAt(at++);
  }

  private boolean accept(String token) {
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw unexpected();
    }
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("the header is not understood at character " + at);
  }
}
