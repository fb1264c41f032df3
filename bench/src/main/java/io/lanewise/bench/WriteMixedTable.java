package io.lanewise.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a {@link MixedTable} to try the command line on: {@code FILE ROWS SEED SHIFT}. */
public final class WriteMixedTable {

  private WriteMixedTable() {}

  /** Writes the table that the arguments tell. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      System.err.println("usage: FILE ROWS SEED SHIFT");
      System.exit(2);
    }
    MixedTable.write(
        Path.of(arguments[0]),
        Long.parseLong(arguments[1]),
        Long.parseLong(arguments[2]),
        Double.parseDouble(arguments[3]));
  }
}
