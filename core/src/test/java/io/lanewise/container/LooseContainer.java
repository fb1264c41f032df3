package io.lanewise.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A container in a form that stays one whatever a fuzzer does to it.
 *
 * <p>A checksum, offsets and one way to write each container would stop every mutant at the door,
 * and what lies behind it would never be tried. Here the entries stand one after the other behind a
 * mark: a letter for what it is, its name, its shape, its bytes. Bytes that are no entry are passed
 * over, so any bytes are some container, and {@link Container#toBytes()} makes it a right file.
 */
public final class LooseContainer {

  /** Never part of UTF-8, and in no file that tests are fed with. */
  private static final byte[] MARK = {(byte) 0xF5, (byte) 0xF6, (byte) 0xF7, (byte) 0xF8};

  private static final char WORD = 'w';
  private static final char TENSOR = 't';

  private static final Pattern SIZE = Pattern.compile("\\d{1,8}");

  private static final int MOST_DIMENSIONS = 8;

  private LooseContainer() {}

  /**
   * The loose form of a container.
   *
   * @param level sets the entries apart from those of another container beside them, 0 to 7
   */
  public static byte[] write(Container container, int level) {
    var out = new ByteArrayOutputStream();
    container
        .metadata()
        .forEach((name, word) -> entry(out, level, WORD, name + "\n", word.getBytes(UTF_8)));
    container
        .tensors()
        .forEach(
            (name, tensor) -> {
              String head = name + "\n" + tensor.type() + tensor.shape() + "\n";
              entry(out, level, TENSOR, head, tensor.raw());
            });
    return out.toByteArray();
  }

  private static void entry(
      ByteArrayOutputStream out, int level, char letter, String head, byte[] bytes) {
    out.writeBytes(MARK);
    out.write('0' + level);
    out.write(letter);
    out.writeBytes(head.getBytes(UTF_8));
    out.writeBytes(bytes);
  }

  /** The container of the entries of one level; whatever is no entry is passed over. */
  public static Container read(byte[] loose, int level) {
    SortedMap<String, String> words = new TreeMap<>();
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    for (byte[] entry : entries(loose)) {
      if (entry.length > 2 && entry[0] == '0' + level) {
        add(entry, words, tensors);
      }
    }
    return new Container(words, tensors);
  }

  private static void add(
      byte[] entry, SortedMap<String, String> words, SortedMap<String, Tensor> tensors) {
    int nameEnd = find(entry, 2, (byte) '\n');
    String name = new String(entry, 2, nameEnd - 2, UTF_8);
    if (!name.matches("[A-Za-z0-9._/-]+") || name.equals("__metadata__")) {
      return;
    }
    int from = Math.min(nameEnd + 1, entry.length);
    if (entry[1] == WORD) {
      words.put(name, new String(entry, from, entry.length - from, UTF_8));
    } else if (entry[1] == TENSOR) {
      int formEnd = find(entry, from, (byte) '\n');
      String form = new String(entry, from, formEnd - from, UTF_8);
      byte[] bytes = Arrays.copyOfRange(entry, Math.min(formEnd + 1, entry.length), entry.length);
      Arrays.stream(ElementType.values())
          .filter(type -> form.startsWith(type + "["))
          .forEach(type -> tensors.put(name, tensor(type, form, bytes)));
    }
  }

  /** Of the shape said, where as many elements are there; otherwise a line. */
  private static Tensor tensor(ElementType type, String form, byte[] bytes) {
    List<Integer> shape =
        SIZE.matcher(form.substring(form.indexOf('[')))
            .results()
            .limit(MOST_DIMENSIONS)
            .map(size -> Integer.valueOf(size.group()))
            .toList();
    int count = bytes.length / type.bytes();
    byte[] whole = Arrays.copyOf(bytes, count * type.bytes());
    return new Tensor(type, Tensor.elements(shape) == count ? shape : List.of(count), whole);
  }

  private static List<byte[]> entries(byte[] loose) {
    List<byte[]> entries = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= loose.length; at++) {
      boolean marked =
          at + MARK.length <= loose.length
              && Arrays.equals(loose, at, at + MARK.length, MARK, 0, MARK.length);
      if (marked || at == loose.length) {
        if (start >= 0) {
          entries.add(Arrays.copyOfRange(loose, start, at));
        }
        start = at + MARK.length;
      }
    }
    return entries;
  }

  private static int find(byte[] bytes, int from, byte wanted) {
    int at = from;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
