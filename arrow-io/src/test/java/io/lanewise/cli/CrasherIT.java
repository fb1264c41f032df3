package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.arrow.Shared;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What crashed other readers of Arrow is scored or refused by the command, in time. */
class CrasherIT {

  /** Some of both folders in every build. */
  private static final int STEP = Measured.amount(16, 1);

  private static final Path VALID = Tables.interop("files/js-one-row.gen.arrow");

  @TempDir private Path folder;

  @Test
  void whatCrashedOthersIsScoredOrRefused() throws IOException, InterruptedException {
    List<Path> crashers = Shared.files("arrow-testing/crashers");
    assertEquals(66, crashers.size());
    CommandProcess command = new CommandProcess(folder);
    WhileArriving arriving = new WhileArriving(folder);
    int scored = 0;
    int tried = 0;
    for (int i = 0; i < crashers.size(); i += STEP) {
      Path crasher = crashers.get(i);
      scored += command.run(VALID, "score", crasher, crasher).scoredOrRefused(crasher) ? 1 : 0;
      scored += command.run(VALID, "score", VALID, crasher).scoredOrRefused(crasher) ? 1 : 0;
      scored += command.run(crasher, "score", "-", VALID).scoredOrRefused(crasher) ? 1 : 0;
      scored += command.run(crasher, "score", VALID, "-").scoredOrRefused(crasher) ? 1 : 0;
      Object[] words = arriving.words(tried, "score", VALID, "-");
      scored += command.run(crasher, words).scoredOrRefused(crasher) ? 1 : 0;
      tried++;
    }
    Measured.keep(
        Promise.CRASHERS,
        getClass(),
        ("%d files, %d runs, one in five while rows arrive: 0 crashes, %d refused with exit 3"
                + " and one line, %d scored, at most %.1f s of processor time")
            .formatted(
                tried,
                command.runs(),
                command.runs() - scored,
                scored,
                command.longest().toMillis() / 1e3));
  }
}
