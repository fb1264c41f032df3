package io.lanewise.arrow;

import io.lanewise.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes tables of plain arrays as uncompressed IPC files. */
public final class ArrowWriter {

  private ArrowWriter() {}

  /**
   * Writes a table, whole or not at all: it takes its name, and the place of what had it before,
   * when the last byte is written.
   *
   * @param target the file
   * @param columns of one length
   * @param batchRows rows of a batch; the last one may have fewer
   * @throws IOException where the file cannot be written
   */
  public static void write(Path target, List<? extends OutputColumn> columns, int batchRows)
      throws IOException {
    int rows = columns.isEmpty() ? 0 : columns.getFirst().length();
    for (OutputColumn column : columns) {
      if (column.length() != rows) {
        throw new IllegalArgumentException(
            "column \"%s\" has %d rows, and \"%s\" has %d"
                .formatted(column.name(), column.length(), columns.getFirst().name(), rows));
      }
    }
    var table = new OutputTable(columns, rows);
    new WholeFile(target)
        .write(
            out -> {
              TableWriter writer =
                  TableWriter.file(target.toString(), table.template(), out, batchRows);
              writer.accept(table.batch());
              writer.finish();
            });
  }
}
