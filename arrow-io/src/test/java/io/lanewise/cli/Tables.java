package io.lanewise.cli;

import io.lanewise.arrow.ArrowWriter;
import io.lanewise.arrow.OutputColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** Tables to score. */
final class Tables {

  private Tables() {}

  static Path write(Path file, OutputColumn... columns) {
    return write(file, 1000, List.of(columns));
  }

  static Path write(Path file, int batchRows, List<? extends OutputColumn> columns) {
    try {
      ArrowWriter.write(file, columns, batchRows);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OutputColumn doubles(String name, double... values) {
    return new OutputColumn.Doubles(name, values, new BitSet());
  }

  static OutputColumn longs(String name, long... values) {
    return new OutputColumn.Longs(name, values, new BitSet());
  }

  static OutputColumn words(String name, String... values) {
    List<String> distinct = List.of(values).stream().distinct().toList();
    int[] indices = List.of(values).stream().mapToInt(distinct::indexOf).toArray();
    return new OutputColumn.Words(name, indices, distinct, new BitSet());
  }

  /** The stream of messages that lies in an IPC file. */
  static byte[] stream(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      // At the end: the footer, its length in four bytes, ARROW1.
      int footerBytes =
          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 10);
      return Arrays.copyOfRange(bytes, 8, bytes.length - 10 - footerBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the interop test data. */
  static Path interop(String name) {
    try {
      URL url = Objects.requireNonNull(Tables.class.getResource("/interop/" + name), name);
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static Object json(Path file) {
    try {
      return Json.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON file of core's shared test resources. */
  static Object oracle(String name) {
    try (InputStream in =
        Objects.requireNonNull(Tables.class.getResourceAsStream("/oracle/" + name), name)) {
      return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
