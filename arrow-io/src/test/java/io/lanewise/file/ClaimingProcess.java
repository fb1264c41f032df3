package io.lanewise.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A process that claims a file: once and for ever, or often and for a moment. */
public final class ClaimingProcess {

  private ClaimingProcess() {}

  /**
   * Does what it is told.
   *
   * @param words {@code hold FILE}, or {@code add FILE TIMES}
   */
  public static void main(String[] words) throws IOException, InterruptedException {
    Path file = Path.of(words[1]);
    if (words[0].equals("hold")) {
      try (FileClaim _ = FileClaim.of(file).orElseThrow()) {
        System.out.println("held");
        Thread.currentThread().join();
      }
    }
    for (int left = Integer.parseInt(words[2]); left > 0; ) {
      Optional<FileClaim> claim = FileClaim.of(file);
      if (claim.isEmpty()) {
        continue;
      }
      try (FileClaim _ = claim.get()) {
        Files.writeString(file, String.valueOf(Integer.parseInt(Files.readString(file)) + 1));
        left--;
      }
    }
  }
}
