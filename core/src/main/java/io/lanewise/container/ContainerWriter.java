package io.lanewise.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/** Turns a container into its bytes. */
final class ContainerWriter {

  static final int LENGTH_BYTES = 8;
  static final int CHECKSUM_BYTES = 4;

  private ContainerWriter() {}

  static byte[] write(Container container) {
    byte[] header = header(container).getBytes(StandardCharsets.UTF_8);
    long size = LENGTH_BYTES + (long) header.length + CHECKSUM_BYTES;
    for (Tensor tensor : container.tensors().values()) {
      size += tensor.raw().length;
    }
    byte[] bytes = new byte[Math.toIntExact(size)];
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    container.tensors().values().forEach(tensor -> file.put(tensor.raw()));
    file.putInt(checksum(bytes, file.position()));
    return bytes;
  }

  static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static String header(Container container) {
    List<String> entries = new ArrayList<>();
    if (!container.metadata().isEmpty()) {
      entries.add(
          container.metadata().entrySet().stream()
              .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
              .collect(Collectors.joining(",", "\"__metadata__\":{", "}")));
    }
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : container.tensors().entrySet()) {
      Tensor tensor = entry.getValue();
      long end = offset + tensor.raw().length;
      entries.add(entry(entry.getKey(), tensor.type(), tensor.shape(), offset, end));
      offset = end;
    }
    entries.add(
        entry(Container.CHECKSUM, ElementType.U32, List.of(1), offset, offset + CHECKSUM_BYTES));
    String header = "{" + String.join(",", entries) + "}";
    int length = header.getBytes(StandardCharsets.UTF_8).length;
    return header + " ".repeat(-length & 7);
  }

  private static String entry(
      String name, ElementType type, List<Integer> shape, long begin, long end) {
    return "%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(quoted(name), type, shape.toString().replace(" ", ""), begin, end);
  }

  /** A JSON string; what a reader of one line could stumble over is escaped. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
