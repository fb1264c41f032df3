package io.lanewise.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Expected values computed elsewhere with 60 digits, as test resources. */
final class OracleFile {

  private OracleFile() {}

  static List<JsonNode> cases(String name) {
    try (InputStream in = OracleFile.class.getResourceAsStream("/oracle/" + name)) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in, name));
      return root.get("cases").valueStream().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
  }

  static double[] doubles(JsonNode array) {
    return array.valueStream().mapToDouble(OracleFile::number).toArray();
  }

  static long[] longs(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).mapToLong(Long::parseLong).toArray();
  }
}
