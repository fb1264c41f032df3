package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that is not what was written is refused in one line, by whoever reads it, and left as it
 * is. Damage that the checksum sees is tried at many places; behind it, what somebody could have
 * written with a right one.
 */
class DamagedModelTest {

  /** How many cuts, and how many flipped bits. */
  private static final int PLACES = 200;

  @TempDir private Path folder;
  private Path table;
  private Path bad;
  private byte[] bytes;
  private Container whole;

  @BeforeEach
  void train() throws IOException {
    table = SmallTraining.table(folder.resolve("real.arrow"));
    bad = folder.resolve("bad.model");
    SmallTraining.train(table, bad, "--quiet", "--epochs=4").result();
    bytes = Files.readAllBytes(bad);
    whole = Container.of(bytes, "whole");
  }

  private void refusedByTrain(byte[] damaged, Object... mentioned) throws IOException {
    Files.write(bad, damaged);
    SmallTraining.train(table, bad, "--resume").refuses(ExitCode.DATA, mentioned);
    assertArrayEquals(damaged, Files.readAllBytes(bad));
  }

  private void refused(byte[] damaged, Object... mentioned) throws IOException {
    refusedByTrain(damaged, mentioned);
    Path generated = folder.resolve("generated.arrow");
    Outcome.of("inspect", bad).refuses(ExitCode.DATA, mentioned);
    Outcome.of("generate", bad, "-n", 10, "-o", generated).refuses(ExitCode.DATA, mentioned);
    assertTrue(Files.notExists(generated));
  }

  private byte[] withWord(String key, String word) {
    SortedMap<String, String> words = new TreeMap<>(whole.metadata());
    assertNotEquals(word, words.put(key, word), key);
    return new Container(words, whole.tensors()).toBytes();
  }

  private byte[] withTensor(String name, Tensor tensor) {
    SortedMap<String, Tensor> tensors = new TreeMap<>(whole.tensors());
    assertNotEquals(tensor, tensors.put(name, tensor), name);
    return new Container(whole.metadata(), tensors).toBytes();
  }

  private byte[] without(String name) {
    SortedMap<String, String> words = new TreeMap<>(whole.metadata());
    SortedMap<String, Tensor> tensors = new TreeMap<>(whole.tensors());
    words.remove(name);
    tensors.remove(name);
    assertTrue(words.size() + tensors.size() < whole.metadata().size() + whole.tensors().size());
    return new Container(words, tensors).toBytes();
  }

  /** Bytes with a right checksum. */
  private static byte[] sealed(byte[] bytes) {
    int end = bytes.length - 4;
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, end);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(end, (int) crc.getValue());
    return bytes;
  }

  @Test
  void cutAnywhere() throws IOException {
    for (int i = 0; i < PLACES; i++) {
      int length = (int) ((long) i * bytes.length / PLACES);
      refused(Arrays.copyOf(bytes, length), bad);
    }
    refused(Arrays.copyOf(bytes, bytes.length - 1), bad);
    refused(Arrays.copyOf(bytes, bytes.length + 1), bad);
  }

  @Test
  void aFlippedBitAnywhere() throws IOException {
    for (int i = 0; i < PLACES; i++) {
      byte[] damaged = bytes.clone();
      damaged[(int) ((long) i * bytes.length / PLACES)] ^= (byte) (1 << i % 8);
      refused(damaged, bad);
    }
  }

  @Test
  void aHeaderOfAnotherLength() throws IOException {
    for (long length : new long[] {0, 1, 2, 1 << 30, 0xFFFF_FFFFL, Long.MAX_VALUE, -1}) {
      byte[] damaged = bytes.clone();
      ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
      refused(sealed(damaged), bad);
    }
  }

  /** Offsets as others write them: the same number of digits, so that nothing else moves. */
  @Test
  void tensorsThatOverlapOrLieOutside() throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("\"data_offsets\":[", text.indexOf("\"training/average\"")) + 16;
    String offsets = text.substring(at, text.indexOf(']', at));
    int begin = Integer.parseInt(offsets.substring(0, offsets.indexOf(',')));
    int end = Integer.parseInt(offsets.substring(offsets.indexOf(',') + 1));
    for (int[] moved :
        new int[][] {
          {begin - 4, end - 4}, {begin - 4, end}, {begin, end + 4}, {end, begin}, {begin, 9999}
        }) {
      String changed = moved[0] + "," + moved[1];
      assertEquals(offsets.length(), changed.length(), changed);
      byte[] damaged =
          (text.substring(0, at) + changed + text.substring(at + offsets.length()))
              .getBytes(StandardCharsets.ISO_8859_1);
      refused(sealed(damaged), bad);
    }
  }

  @Test
  void numbersThatAreNone() throws IOException {
    float[] parameters = whole.tensor("generator").toFloats();
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] changed = parameters.clone();
      changed[parameters.length / 2] = wrong;
      refused(withTensor("generator", Tensor.of(changed)), bad, "'generator' holds " + wrong);
    }
    float[] fewer = Arrays.copyOf(parameters, parameters.length - 1);
    refused(withTensor("generator", Tensor.of(fewer)), bad, "numbers, expected");
    refused(withTensor("generator", Tensor.of(new double[3])), bad, "F64, expected F32");
  }

  @Test
  void choicesThatAreNone() throws IOException {
    for (long[] zeros :
        new long[][] {
          {1},
          {0, 0, 99, 0},
          {99, 0, 1, 0},
          {0, 99, 1, 0},
          {0, 0, 1, 99},
          {1, 0, 0, 0},
          {0, 0, 0, 0}
        }) {
      refused(withTensor("zeros", Tensor.ofCounts(zeros, 1, zeros.length)), bad);
    }
    for (long[] zeros : new long[][] {{0, 0, 2, 0, 0, 0, 2, 0}, {0, 0, 2, 1, 0, 0, 2, 0}}) {
      refused(withTensor("zeros", Tensor.ofCounts(zeros, 2, 4)), bad, "expected a later one");
    }
    refused(without("zeros"), bad, "zeros");
  }

  @Test
  void settingsOutOfRange() throws IOException {
    Map<String, List<String>> wrong =
        Map.ofEntries(
            Map.entry("generator", List.of("0", "8,", "65537", "65536,65536", "x", "-8")),
            Map.entry("discriminator", List.of("0", "65537", "65536,65536", "8,8", "")),
            Map.entry("latent", List.of("0", "-1", "65537", "5", "4.0", "99999999999")),
            Map.entry("prior", List.of("CAUCHY", "normal", "")),
            Map.entry("batch", List.of("0", "65537", "-1")),
            Map.entry("pack", List.of("0", "65", "1")),
            Map.entry("loss", List.of("HINGE", "")),
            Map.entry("dropout", List.of("1.0", "-0.1", "NaN", "half")),
            Map.entry("label.smoothing", List.of("1.0", "-0.5", "NaN")),
            Map.entry("soft.bins", List.of("1", "65", "-2", "16")),
            Map.entry("temperature", List.of("0.0", "-1.0", "Infinity", "NaN")),
            Map.entry("steady.steps", List.of("-1", "1.5", "99999999999")),
            Map.entry("averaging", List.of("1.0", "-0.5", "NaN")),
            Map.entry("generator.optimizer", List.of("adam", "adam,NaN,0.0,0.9,1.0E-8", "sgd,x,0")),
            Map.entry("discriminator.optimizer", List.of("", "sgd,-1.0,0.0", "lion,1.0,0.5")));
    for (Map.Entry<String, List<String>> setting : wrong.entrySet()) {
      for (String word : setting.getValue()) {
        refused(withWord("settings/" + setting.getKey(), word), bad);
      }
      refused(without("settings/" + setting.getKey()), bad, setting.getKey());
    }
    assertEquals(
        wrong.size(),
        whole.metadata().keySet().stream().filter(key -> key.startsWith("settings/")).count());
  }

  @Test
  void anOriginThatIsNone() throws IOException {
    for (String every : List.of("0", "-2", "x", "2147483648")) {
      refused(withWord("origin/every", every), bad);
    }
    for (String rows : List.of("0", "-300", "x")) {
      refused(withWord("origin/rows", rows), bad);
    }
    refused(withWord("origin/seed", "0.5"), bad);
    for (String digest : List.of("", "0".repeat(63), "G".repeat(64), "0".repeat(65))) {
      refused(withWord("origin/digest", digest), bad, "is no SHA-256");
    }
    for (String key : List.of("origin/every", "origin/rows", "origin/seed", "origin/digest")) {
      refused(without(key), bad, key);
    }
    // These can be those of another training.
    String other = "not those that the training began with";
    refusedByTrain(withWord("origin/digest", "0".repeat(64)), table, other);
    refusedByTrain(withWord("origin/rows", "301"), table, other);
  }

  @Test
  void linesThatAreNone() throws IOException {
    double[] scores = whole.tensor("lines/score").toDoubles();
    assertEquals(2, scores.length);
    refused(withTensor("lines/score", Tensor.of(new double[3])), bad, "3 numbers, expected 2");
    refused(withTensor("lines/best", Tensor.ofCounts(new long[] {1, 0, 0})), bad);
    refused(withTensor("lines/best", Tensor.ofCounts(new long[] {1, 2})), bad);
    refused(without("lines/score"), bad, "lines/score");
    for (double[] epochs :
        new double[][] {{2, 2}, {4, 2}, {0, 4}, {2, 4.5}, {Double.NaN, 4}, {2, 3e9}, {-2, 4}}) {
      refused(withTensor("lines/epoch", Tensor.of(epochs)), bad, "lines/epoch");
    }
    refused(withTensor("lines/steps", Tensor.of(new double[] {14, 1e300})), bad, "lines/steps");
    for (long[] best : new long[][] {{0, 1}, {0, 0}}) {
      refused(withTensor("lines/best", Tensor.ofCounts(best)), bad, "line 0 with a score of ");
    }
    double[] none = {Double.NaN, scores[1]};
    refused(withTensor("lines/score", Tensor.of(none)), bad, "score of NaN after -Infinity");
    Tensor first = Tensor.ofCounts(new long[] {1, 0});
    refused(withTensor("lines/alarm.DIVERGED", first), bad, "line 0 of 2, expected the last");
    // Whole numbers, but not those of this table's epochs.
    refusedByTrain(withTensor("lines/steps", Tensor.of(new double[] {14, 27})), "at epoch 4");
    refusedByTrain(withTensor("lines/epoch", Tensor.of(new double[] {2, 5})), "at epoch 5");
  }

  @Test
  void aCodecThatIsNotThatOfTheSchema() throws IOException {
    Path other =
        Tables.write(
            folder.resolve("other.arrow"),
            Tables.doubles("x", 1, 2, 3),
            Tables.longs("n", 1, 2, 3));
    Path model = folder.resolve("other.model");
    SmallTraining.train(other, model, "--quiet").result();
    Container wrong = Container.of(Files.readAllBytes(model), "other");
    refused(withTensor("schema", wrong.tensor("schema")), bad, "codec and its schema differ");
    refused(withTensor("schema", Tensor.of(new byte[0])), bad, "schema");
    byte[] schema = whole.tensor("schema").toBytes();
    for (int i = 0; i < 20; i++) {
      int length = i * schema.length / 20;
      refused(withTensor("schema", Tensor.of(Arrays.copyOf(schema, length))), bad, "schema");
    }
    refused(withWord("codec/column/0/type", "int8"), bad);
    refused(withWord("codec/column/0/family", "TEXT"), bad);
    refused(without("codec/column/1/name"), bad);
  }

  @Test
  void aPlaceThatNoTrainingHasComeTo() throws IOException {
    for (String name : whole.tensors().keySet()) {
      if (name.startsWith("training/")) {
        refusedByTrain(without(name), name);
        Tensor empty = Tensor.of(new byte[0]);
        refusedByTrain(withTensor(name, empty), "expected");
      }
    }
    // Whose numbers are all 0: a training would wait for another one for ever.
    for (String name : List.of("training/order.random", "training/random.0")) {
      byte[] state = whole.tensor(name).toBytes();
      Arrays.fill(state, 0, 32, (byte) 0);
      refusedByTrain(withTensor(name, Tensor.of(state)), name + " is all 0");
    }
    for (long steps : new long[] {0, 27, 43, 1L << 40, Long.MAX_VALUE}) {
      Tensor tensor = Tensor.ofCounts(new long[] {steps});
      refusedByTrain(withTensor("training/steps", tensor), "cannot go on", steps + " steps");
    }
  }

  /** What is not finite has diverged, as it would have without the stop; the best is kept. */
  @Test
  void aTrainingThatIsNotFiniteHasDiverged() throws IOException {
    Tensor parameters = whole.tensor("training/generator.parameters");
    float[] changed = parameters.toFloats();
    changed[0] = Float.NaN;
    Files.write(bad, withTensor("training/generator.parameters", Tensor.of(changed)));
    Outcome outcome = SmallTraining.train(table, bad, "--resume", "--quiet");
    assertEquals(ExitCode.CROSSED, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("ended: diverged"), outcome.out());
    Container kept = Container.of(Files.readAllBytes(bad), "kept");
    assertEquals(whole.tensor("generator"), kept.tensor("generator"));
  }
}
