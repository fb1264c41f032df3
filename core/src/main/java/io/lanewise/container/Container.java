package io.lanewise.container;

import io.lanewise.column.DataException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named tensors and a few words about them.
 *
 * <p>The bytes: the length of the header as 8 bytes, little-endian; the header, JSON in UTF-8
 * padded with spaces to a multiple of 8; the tensors in the order of their names, without gaps; and
 * as the last of them, named {@value #CHECKSUM}, the CRC-32C of all bytes before it. Keys are
 * sorted, so equal containers are equal bytes.
 *
 * @param metadata words by key
 * @param tensors tensors by name
 */
public record Container(SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) {

  /** Name of the tensor that holds the checksum; it sorts after every other. */
  public static final String CHECKSUM = "~crc32c";

  /** Key of the metadata that names the format. */
  public static final String FORMAT_KEY = "format";

  /** Most tensors. */
  static final int MOST_TENSORS = 1 << 20;

  /**
   * Copies the maps and checks the names.
   *
   * @throws IllegalArgumentException if a name is not made of ASCII letters, digits and {@code
   *     ._/-}
   */
  public Container {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    tensors.keySet().forEach(Container::checkName);
    metadata.keySet().forEach(Container::checkName);
    if (tensors.size() > MOST_TENSORS) {
      throw new IllegalArgumentException(
          tensors.size() + " tensors, expected at most " + MOST_TENSORS);
    }
  }

  private static void checkName(String name) {
    if (name.isEmpty() || !name.chars().allMatch(Container::isNameCharacter)) {
      throw new IllegalArgumentException("name '" + name + "', expected letters, digits and ._/-");
    }
  }

  private static boolean isNameCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '-' && c <= '9') || c == '_';
  }

  /**
   * Checks which format the metadata names.
   *
   * @param expected name, slash and version, such as {@code lanewise.profile/1}
   * @param kind what such a file is called in messages
   * @param source how this file is called
   * @throws DataException if it is another format, or another version of this
   */
  public void requireFormat(String expected, String kind, String source) {
    String format = metadata.getOrDefault(FORMAT_KEY, "none");
    if (format.equals(expected)) {
      return;
    }
    String family = expected.substring(0, expected.indexOf('/') + 1);
    throw new DataException(
        format.startsWith(family)
            ? "%s: a %s of version %s, this Lanewise reads %s"
                .formatted(source, kind, format, expected)
            : "%s: holds '%s', expected a %s (%s)".formatted(source, format, kind, expected));
  }

  /**
   * A tensor that must be there.
   *
   * @throws IllegalArgumentException if there is none of the name
   */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("has no '" + name + "'");
    }
    return tensor;
  }

  /** The container as bytes. */
  public byte[] toBytes() {
    return ContainerWriter.write(this);
  }

  /**
   * Reads a container.
   *
   * @param bytes the whole file
   * @param source how the file is called in messages
   * @throws DataException if the bytes are not what {@link #toBytes()} writes, to the last bit
   */
  public static Container of(byte[] bytes, String source) {
    return new ContainerReader(bytes, source).read();
  }

  /**
   * Whether a file that begins like this may be a container.
   *
   * @param start its first bytes, at least 9 if it has as many
   */
  public static boolean isLikely(byte[] start) {
    return start.length >= 9
        && start[8] == '{'
        && start[7] == 0
        && start[6] == 0
        && start[5] == 0
        && start[4] == 0;
  }
}
