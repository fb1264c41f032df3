package io.lanewise.cli;

import io.lanewise.arrow.ResidentMemory;
import java.io.IOException;
import java.nio.file.Path;

/** A process that checks damaged inputs with a heap of its own, and tells what that took. */
public final class DamageProcess {

  private DamageProcess() {}

  /**
   * Prints how many inputs were refused, the most milliseconds that one took, and the most KiB that
   * were resident.
   *
   * @param words a folder, how many inputs are read, one in how many is scored
   */
  public static void main(String[] words) throws IOException {
    Damage damage = new Damage(Path.of(words[0]));
    damage.check(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    System.out.println(
        damage.refused() + " " + damage.longest().toMillis() + " " + ResidentMemory.peakKib());
  }
}
