package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.container.Container;
import io.lanewise.fuzz.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of earlier versions are read, those of newer ones refused by name. */
class FormatVersionTest {

  @TempDir private Path folder;
  private Path golden;

  @BeforeEach
  void copyGolden() throws IOException {
    golden = Files.write(folder.resolve("golden.profile"), Golden.bytes("profile-1"));
  }

  @Test
  void theGoldenProfileShowsWhatThePageSays() {
    Map<String, Object> json = Outcome.of("inspect", golden, "--format=json").json();
    assertEquals(10, Json.integer(json.get("rows")));
    List<Map<String, Object>> columns = Json.objects(json.get("columns"));
    assertEquals(List.of("x", "t", "id"), columns.stream().map(c -> c.get("name")).toList());
    assertEquals(true, columns.get(2).get("folded"));
    Map<String, Object> score = Outcome.score(golden, golden, "--format=json").json();
    assertEquals(0, Json.number(Json.columns(score).get("x").get("js")));
  }

  @Test
  void aNewerProfileIsRefusedByName() throws IOException {
    Container container = Container.of(Files.readAllBytes(golden), "golden");
    SortedMap<String, String> words = new TreeMap<>(container.metadata());
    assertEquals("lanewise.profile/1", words.put("format", "lanewise.profile/2"));
    Path newer = folder.resolve("newer.profile");
    Files.write(newer, new Container(words, container.tensors()).toBytes());
    Path out = folder.resolve("out.profile");
    for (Outcome outcome :
        List.of(
            Outcome.of("inspect", newer),
            Outcome.of("merge", golden, newer, "-o", out),
            Outcome.of("subtract", golden, newer, "-o", out),
            Outcome.score(newer, golden),
            Outcome.score(golden, newer),
            Outcome.of("rank", golden, newer))) {
      outcome.refuses(ExitCode.DATA, newer, "lanewise.profile/2", "reads lanewise.profile/1");
    }
    assertTrue(Files.notExists(out));
  }
}
