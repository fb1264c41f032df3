package io.lanewise.container;

import io.lanewise.column.DataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns bytes into a container: the checksum first, then the header, then the tensors; at the end
 * the container is written again, and what differs by a bit is refused.
 */
final class ContainerReader {

  private final byte[] bytes;
  private final String source;

  ContainerReader(byte[] bytes, String source) {
    this.bytes = bytes;
    this.source = source;
  }

  Container read() {
    int least = ContainerWriter.LENGTH_BYTES + 2 + ContainerWriter.CHECKSUM_BYTES;
    if (bytes.length < least) {
      throw refused("cut short: %d bytes, expected at least %d".formatted(bytes.length, least));
    }
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long headerLength = file.getLong(0);
    int dataLimit = bytes.length - ContainerWriter.CHECKSUM_BYTES;
    if (headerLength < 2 || headerLength > dataLimit - ContainerWriter.LENGTH_BYTES) {
      throw refused(
          "a header of %s bytes in a file of %d"
              .formatted(Long.toUnsignedString(headerLength), bytes.length));
    }
    int stored = file.getInt(dataLimit);
    int computed = ContainerWriter.checksum(bytes, dataLimit);
    if (stored != computed) {
      throw refused(
          "damaged or cut short: checksum is %08x, expected %08x".formatted(computed, stored));
    }
    Container container = parse((int) headerLength);
    if (!Arrays.equals(container.toBytes(), bytes)) {
      throw refused("not in the form that Lanewise writes");
    }
    return container;
  }

  private Container parse(int headerLength) {
    int dataFrom = ContainerWriter.LENGTH_BYTES + headerLength;
    try {
      Header header = new HeaderParser(bytes, ContainerWriter.LENGTH_BYTES, dataFrom).parse();
      SortedMap<String, Tensor> tensors = new TreeMap<>();
      for (Map.Entry<String, Header.Entry> entry : header.tensors().entrySet()) {
        if (!entry.getKey().equals(Container.CHECKSUM)) {
          tensors.put(entry.getKey(), tensor(entry.getValue(), dataFrom));
        }
      }
      return new Container(header.metadata(), tensors);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private Tensor tensor(Header.Entry entry, int dataFrom) {
    List<Integer> shape = entry.shape();
    long length = entry.end() - entry.begin();
    long elements = Tensor.elements(shape);
    if (entry.begin() < 0 || length < 0 || entry.end() > bytes.length - dataFrom) {
      throw new IllegalArgumentException(
          "a tensor at [%d, %d) of %d bytes"
              .formatted(entry.begin(), entry.end(), bytes.length - dataFrom));
    }
    int width = entry.type().bytes();
    if (elements < 0 || elements > Integer.MAX_VALUE || elements * width != length) {
      throw new IllegalArgumentException(
          "a tensor of %d bytes, expected %s of %s".formatted(length, shape, entry.type()));
    }
    int from = dataFrom + (int) entry.begin();
    return new Tensor(entry.type(), shape, Arrays.copyOfRange(bytes, from, from + (int) length));
  }

  private DataException refused(String problem) {
    return new DataException(source + ": " + problem);
  }
}
