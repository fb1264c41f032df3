package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    int refused = 0;
    int tried = 0;
    for (int i = 0; i < crashers.size(); i += STEP) {
      Path crasher = crashers.get(i);
      refused += check(command.run(VALID, "score", crasher, crasher), crasher);
      refused += check(command.run(VALID, "score", VALID, crasher), crasher);
      refused += check(command.run(crasher, "score", "-", VALID), crasher);
      refused += check(command.run(crasher, "score", VALID, "-"), crasher);
      tried++;
    }
    Measured.keep(
        Promise.CRASHERS,
        getClass(),
        ("%d files, %d runs: 0 crashes, %d refused with exit 3 and one line, %d scored, at most"
                + " %.1f s of processor time")
            .formatted(
                tried,
                command.runs(),
                refused,
                command.runs() - refused,
                command.longest().toMillis() / 1e3));
  }

  /** Returns 1 where the input was refused, 0 where it was scored. */
  private static int check(Outcome outcome, Path crasher) {
    if (outcome.exitCode() == ExitCode.OK) {
      assertTrue(
          outcome.err().lines().allMatch(line -> line.startsWith("lanewise: warning: ")),
          () -> crasher + ": " + outcome.err());
      assertTrue(!outcome.out().isEmpty(), crasher::toString);
      return 0;
    }
    assertTrue(!outcome.refusal(ExitCode.DATA).isEmpty(), crasher::toString);
    return 1;
  }
}
