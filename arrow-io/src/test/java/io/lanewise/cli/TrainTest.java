package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.gan.TrainingMeasure;
import io.lanewise.report.TrainingLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training from the shell: lines, logs, models, and what ends it. */
class TrainTest {

  @TempDir private Path folder;
  private Path table;
  private Path model;

  @BeforeEach
  void writeTable() {
    table = SmallTraining.table(folder.resolve("real.arrow"));
    model = folder.resolve("real.model");
  }

  private byte[] trained(Object... options) throws IOException {
    Outcome outcome = SmallTraining.train(table, model, options);
    assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
    return Files.readAllBytes(model);
  }

  private static List<Map<String, Object>> lines(String text) {
    return text.lines().map(line -> Json.object(Json.read(line))).toList();
  }

  @Test
  void linesAreTheResultAndNotesAreNot() {
    Outcome outcome = SmallTraining.train(table, model);
    assertEquals(ExitCode.OK, outcome.exitCode());
    List<String> lines = outcome.out().lines().toList();
    assertEquals(8, lines.size(), outcome.out());
    assertEquals(
        "at most 6 epochs, a line every 2 (14 steps); JS, KL and H in bits, losses and V in nats",
        lines.getFirst());
    assertTrue(lines.get(1).endsWith(" H     H"), lines.get(1));
    assertTrue(lines.get(2).startsWith(" epoch     D     G      V"), lines.get(2));
    for (int i = 0; i < 3; i++) {
      String[] cells = lines.get(3 + i).strip().split(" +", -1);
      assertEquals(String.valueOf(2 * (i + 1)), cells[0]);
      assertTrue(cells.length >= 16, lines.get(3 + i));
    }
    assertTrue(
        lines.get(6).matches("ended: all 6 epochs are done; the best is kept, epoch [246] .*"),
        lines.get(6));
    assertEquals("next:  lanewise generate " + model + " -n 300 -o generated.arrow", lines.get(7));
    outcome.out().lines().limit(6).forEach(line -> assertTrue(line.length() <= 100, line));
    assertEquals(
        "lanewise: column 'constant': the same value in every row, kept so\n", outcome.err());
    assertEquals("", SmallTraining.train(table, model, "--quiet").err());
  }

  @Test
  void jsonLinesDefineTheirNumbers() {
    Outcome outcome = SmallTraining.train(table, model, "--format=json", "--unit=nats", "--quiet");
    List<Map<String, Object>> lines = lines(outcome.result());
    assertEquals(3, lines.size());
    for (int i = 0; i < 3; i++) {
      Map<String, Object> line = lines.get(i);
      assertEquals(TrainingLines.SCHEMA, line.get("schema"));
      assertEquals("nats", line.get("unit"));
      assertEquals(i == 0, line.containsKey("definitions"));
      assertEquals(2L * (i + 1), Json.integer(line.get("epoch")));
      assertEquals(14L * (i + 1), Json.integer(line.get("steps")));
      assertEquals(i == 2, line.get("last"));
      assertEquals(i == 2 ? "epochs" : null, line.get("ending"));
    }
    Map<String, Object> definitions = Json.object(lines.getFirst().get("definitions"));
    Map<String, Object> units = Json.object(lines.getFirst().get("units"));
    for (TrainingMeasure measure : TrainingMeasure.values()) {
      assertEquals(measure.definition(), definitions.get(measure.key()));
      assertTrue(lines.getFirst().containsKey(measure.key()), measure.key());
      assertTrue(units.containsKey(measure.key()), measure.key());
    }
    assertEquals("nats", units.get("js"));
    Outcome inBits = SmallTraining.train(table, model, "--format=json", "--quiet");
    double bits = Json.number(lines(inBits.result()).getFirst().get("entropy_real"));
    double nats = Json.number(lines.getFirst().get("entropy_real"));
    assertEquals(nats / Math.log(2), bits, 2 * Math.ulp(bits));
  }

  @Test
  void theLogHasTheLinesAndIsWholeAfterAResume() throws IOException {
    Path log = folder.resolve("log.jsonl");
    Outcome whole = SmallTraining.train(table, model, "--format=json", "--quiet", "--log=" + log);
    assertEquals(whole.result(), Files.readString(log));
    byte[] expected = Files.readAllBytes(model);
    SmallTraining.train(table, model, "--epochs=4", "--quiet", "--log=" + log);
    assertEquals(2, lines(Files.readString(log)).size());
    SmallTraining.train(table, model, "--resume", "--quiet", "--log=" + log);
    assertEquals(whole.out(), Files.readString(log));
    assertArrayEquals(expected, Files.readAllBytes(model));
  }

  @Test
  void theLogMayBeATable() throws IOException {
    Path log = folder.resolve("log.arrow");
    trained("--log=" + log);
    Map<String, Object> json =
        Outcome.of("score", log, log, "--pairs=none", "--format=json").json();
    Map<String, Map<String, Object>> columns = Json.columns(json);
    for (TrainingMeasure measure : TrainingMeasure.values()) {
      assertEquals("float64", columns.get(measure.key()).get("type"));
    }
    assertEquals("dictionary<utf8>", columns.get("alarms").get("type"));
    assertEquals("bool", columns.get("best").get("type"));
    assertEquals(3, Json.integer(Json.object(json.get("real")).get("rows")));
  }

  @Test
  void aResumedTrainingIsOneThatNeverStopped() throws IOException {
    byte[] whole = trained();
    Files.delete(model);
    trained("--epochs=2");
    trained("--epochs=4", "--resume");
    assertFalse(Arrays.equals(whole, Files.readAllBytes(model)));
    assertArrayEquals(whole, trained("--epochs=6", "--resume"));
    assertArrayEquals(whole, trained("--epochs=6", "--resume", "--batch=32", "--seed=0"));
  }

  @Test
  void threadsDoNotMatterSeedsDo() throws IOException {
    byte[] one = trained("--batch=130", "--threads=1");
    assertArrayEquals(one, trained("--batch=130", "--threads=2"));
    assertFalse(Arrays.equals(one, trained("--batch=130", "--seed=1")));
  }

  @Test
  void aRuleEndsIt() {
    Outcome outcome = SmallTraining.train(table, model, "--stop-when=js<100", "--quiet");
    assertTrue(outcome.result().contains("ended: the rule of --stop-when is met"), outcome.out());
    assertEquals(6, outcome.out().lines().count());
    // Of 300 rows nothing has a JS of 1 bit less than nothing.
    outcome = SmallTraining.train(table, model, "--stop-when=fidelity>2", "--quiet");
    assertTrue(outcome.result().contains("ended: all 6 epochs are done"), outcome.out());
  }

  /** What diverges has a bad result, and is no mistake of the program's. */
  @Test
  void whatDivergesSaysSoAndKeepsTheBest() {
    Outcome outcome =
        SmallTraining.train(
            table,
            model,
            "--optimizer=sgd",
            "--generator-rate=1e6",
            "--discriminator-rate=1e6",
            "--epochs=50",
            "--quiet");
    assertEquals(ExitCode.CROSSED, outcome.exitCode(), outcome.out());
    assertTrue(outcome.out().contains("ended: diverged; "), outcome.out());
    Outcome told = SmallTraining.train(table, model, "--resume", "--epochs=50", "--format=json");
    assertEquals(ExitCode.CROSSED, told.exitCode());
    assertEquals("", told.out());
  }

  @Test
  void aModelIsReplacedByABetterBeginningOnly() throws IOException {
    byte[] before = trained();
    Outcome outcome =
        SmallTraining.train(
            table, model, "--optimizer=sgd", "--generator-rate=1e6", "--discriminator-rate=1e6");
    assertTrue(outcome.err().contains("will be replaced; --resume would go on"), outcome.err());
    assertEquals(
        outcome.out().contains("there was no line to keep"),
        Arrays.equals(before, Files.readAllBytes(model)));
  }

  @Test
  void otherSettingsAreRefusedWithBothValues() throws IOException {
    byte[] before = trained();
    String[][] others = {
      {"--batch=64", "--batch 64", "32"},
      {"--latent=5", "--latent 5", "4"},
      {"--generator=16,16", "--generator 16,16", "8"},
      {"--discriminator=none", "--discriminator none", "8"},
      {"--pack=2", "--pack 2", "with 4"},
      {"--prior=uniform", "--prior uniform", "normal"},
      {"--loss=minimax", "--loss minimax", "non-saturating"},
      {"--optimizer=sgd", "--optimizer sgd", "adam"},
      {"--generator-rate=0.5", "--generator-rate 0.5", "E-4"},
      {"--discriminator-rate=0.5", "--discriminator-rate 0.5", "3.0E-4"},
      {"--dropout=0.5", "--dropout 0.5", "0.25"},
      {"--soft-bins=16", "--soft-bins 16", "with 8"},
      {"--label-smoothing=0.1", "--label-smoothing 0.1", "0.0"},
      {"--averaging=0.5", "--averaging 0.5", "0.9"},
      {"--steady-steps=7", "--steady-steps 7", "6000"},
      {"--seed=3", "--seed 3", "with 0"},
      {"--every=1", "--every 1", "with 2"}
    };
    for (String[] other : others) {
      SmallTraining.train(table, model, "--resume", other[0])
          .refuses(ExitCode.USAGE, other[1] + ", but", other[2], model);
    }
    assertArrayEquals(before, Files.readAllBytes(model));
  }

  @Test
  void otherDataIsRefused() throws IOException {
    byte[] before = trained();
    Path other = folder.resolve("other.arrow");
    double[] x = new double[SmallTraining.ROWS];
    Arrays.setAll(x, i -> i);
    String[] t = new String[SmallTraining.ROWS];
    Arrays.fill(t, "a");
    t[0] = "b";
    long[] n = new long[SmallTraining.ROWS];
    Tables.write(
        other,
        Tables.doubles("x", x),
        Tables.longs("n", n),
        Tables.words("t", t),
        Tables.words("constant", t));
    SmallTraining.train(other, model, "--resume")
        .refuses(ExitCode.DATA, other, "not those that the training began with");
    Tables.write(other, Tables.doubles("y", x));
    SmallTraining.train(other, model, "--resume").refuses(ExitCode.DATA, "'x'");
    assertArrayEquals(before, Files.readAllBytes(model));
  }

  @Test
  void whatIsNoModelIsNotGoneOnWith() throws IOException {
    SmallTraining.train(table, model, "--resume").refuses(ExitCode.DATA, model, "no such file");
    Files.writeString(model, "not a model");
    SmallTraining.train(table, model, "--resume").refuses(ExitCode.DATA, model, "is no model");
    Outcome.of("profile", table, "-o", model).result();
    SmallTraining.train(table, model, "--resume")
        .refuses(ExitCode.DATA, model, "lanewise.profile/1", "expected a model");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--epochs=0",
        "--every=0",
        "--patience=0",
        "--batch=0",
        "--batch=65537",
        "--latent=0",
        "--pack=65",
        "--generator=0",
        "--generator=128,",
        "--discriminator=8,x",
        "--generator-rate=0",
        "--discriminator-rate=-1",
        "--dropout=1",
        "--label-smoothing=1",
        "--averaging=1.5",
        "--steady-steps=-1",
        "--prior=cauchy",
        "--loss=hinge",
        "--optimizer=adagrad",
        "--seed=x",
        "--stop-when=js",
        "--stop-when=nothing<1",
        "--stop-when=js<many",
        "--threads=0",
        "--log=lines.csv",
        "--log=",
        "--format=markdown",
        "--unit=bytes",
        "--no-such-option"
      })
  void unusableOptionsAreRefused(String option) {
    Outcome outcome = SmallTraining.train(table, model, option);
    outcome.refuses(ExitCode.USAGE, option.replaceFirst("=.*", ""));
    assertTrue(Files.notExists(model));
  }

  @Test
  void filesThatCannotBeWrittenAreRefusedFirst() {
    Path nowhere = folder.resolve("none").resolve("real.model");
    SmallTraining.train(table, nowhere).refuses(ExitCode.ENVIRONMENT, nowhere, "no folder");
    SmallTraining.train(table, folder).refuses(ExitCode.ENVIRONMENT, folder, "it is a folder");
    SmallTraining.train(table, table).refuses(ExitCode.USAGE, "--output", "is an input");
    SmallTraining.train(table, Path.of("/dev/null")).refuses(ExitCode.USAGE, "no regular file");
    Path log = folder.resolve("x.json");
    SmallTraining.train(table, log, "--log=" + log)
        .refuses(ExitCode.USAGE, "is written to already");
    SmallTraining.train(table, model, "--log=" + folder.resolve("none/x.json"))
        .refuses(ExitCode.ENVIRONMENT, "no folder");
    Outcome.of("train", table).refuses(ExitCode.USAGE, "--output");
    assertNotEquals(model, nowhere);
  }

  @Test
  void oneTrainingAtATimeHasAModel() throws IOException {
    byte[] before = trained();
    Path link = Files.createSymbolicLink(folder.resolve("link.model"), model);
    try (OutputFile.Claim _ = new OutputFile(model).claim()) {
      for (Path name : List.of(model, link)) {
        SmallTraining.train(table, name).refuses(ExitCode.ENVIRONMENT, name, "in use by another");
        SmallTraining.train(table, name, "--resume", "--epochs=8")
            .refuses(ExitCode.ENVIRONMENT, name, "in use by another");
      }
      // Reading is always possible, as a model is whole at any time.
      Outcome.of("inspect", model).result();
      assertArrayEquals(before, Files.readAllBytes(model));
    }
    trained("--resume", "--epochs=8");
    assertEquals(List.of("link.model", "real.arrow", "real.model"), files());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Told from the sizes, before anything is allocated. */
  @Test
  void networksThatMemoryCannotHoldAreRefused() {
    refuses(
        "expected at most", "LANEWISE_HEAP sets this limit", "--batch=65536", "--generator=60000");
    assertTrue(Files.notExists(model));
  }

  /** No heap is enough for these, so none is advised. */
  @Test
  void networksThatNoArrayHoldsAreRefusedWithoutAdvice() {
    String array = "expected at most 2,147,483,639, as an array holds";
    String file = "expected at most 2,047 MiB, as a file holds";
    refuses("a network has 4,295,", array, "--generator=65536,65536");
    refuses("a network has 7,2", array, "--discriminator=60000,60000,60000");
    refuses("a model of at least ", file, "--generator=20000,20000");
    refuses("a model of at least ", file, "--discriminator=20000,20000");
    assertTrue(Files.notExists(model));
  }

  private void refuses(String what, String limit, Object... options) {
    String line = SmallTraining.train(table, model, options).refusal(ExitCode.ENVIRONMENT);
    assertTrue(line.contains(what), line);
    assertTrue(line.contains(limit), line);
    assertEquals(limit.contains("LANEWISE_HEAP"), line.contains("LANEWISE_HEAP"), line);
  }

  @Test
  void aModelTellsWhatItHolds() throws IOException {
    byte[] bytes = trained("--seed=5", "--loss=minimax");
    String text = Outcome.of("inspect", model).result();
    text.lines().skip(1).forEach(line -> assertTrue(line.length() <= 100, line));
    for (String told :
        List.of(
            "lanewise.gan/1, " + String.format(Locale.ROOT, "%,d bytes", bytes.length),
            "rows           300, seed 5",
            "4 normal numbers, hidden layers 8, adam at ",
            "of 32 rows, minimax loss",
            "3 lines, one every 2 epochs",
            "constant dictionary<utf8>")) {
      assertTrue(text.contains(told), told + " is not in " + text);
    }
    Map<String, Object> json = Outcome.of("inspect", model, "--format=json").json();
    assertEquals("lanewise.model/1", json.get("schema"));
    assertEquals(bytes.length, Json.integer(json.get("bytes")));
    assertEquals(
        List.of("x", "n", "t", "constant"),
        Json.objects(json.get("columns")).stream().map(column -> column.get("name")).toList());
    List<Map<String, Object>> lines = Json.objects(json.get("lines"));
    assertEquals(3, lines.size());
    int best = (int) Json.integer(json.get("bestEpoch"));
    assertEquals(true, lines.get(best / 2 - 1).get("best"));
    Map<String, Object> settings = Json.object(json.get("settings"));
    assertEquals(32, Json.integer(settings.get("batch")));
    assertEquals("adam", Json.object(settings.get("generatorOptimizer")).get("name"));
  }

  @Test
  void unusableDataIsRefused() throws IOException {
    SmallTraining.train(folder.resolve("none.arrow"), model)
        .refuses(ExitCode.DATA, "none.arrow", "no such file");
    Path empty = Tables.write(folder.resolve("empty.arrow"), Tables.doubles("x"));
    SmallTraining.train(empty, model).refuses(ExitCode.DATA, empty);
    Path same = Tables.write(folder.resolve("same.arrow"), Tables.doubles("x", 1, 1, 1));
    SmallTraining.train(same, model).refuses(ExitCode.DATA, same, "nothing to learn");
    Path profile = folder.resolve("real.profile");
    Outcome.of("profile", table, "-o", profile).result();
    SmallTraining.train(profile, model).refuses(ExitCode.DATA, profile, "expected data");
    assertTrue(Files.notExists(model));
    assertEquals(List.of("empty.arrow", "real.arrow", "real.profile", "same.arrow"), files());
  }
}
