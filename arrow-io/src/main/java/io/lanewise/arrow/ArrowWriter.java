package io.lanewise.arrow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;

/** Writes tables as uncompressed IPC files. */
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
    if (batchRows < 1) {
      throw new IllegalArgumentException("batches of " + batchRows + " rows, expected at least 1");
    }
    Path unfinished =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      writeFile(unfinished, columns, rows, batchRows);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void writeFile(
      Path file, List<? extends OutputColumn> columns, int rows, int batchRows) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        BufferAllocator allocator = new RootAllocator();
        var vectors = new OutputVectors(columns, allocator);
        VectorSchemaRoot root = vectors.root();
        var writer = new ArrowFileWriter(root, vectors.dictionaries(), channel)) {
      writer.start();
      for (int from = 0; from < rows; ) {
        int to = from + Math.min(batchRows, rows - from);
        vectors.fill(from, to);
        writer.writeBatch();
        from = to;
      }
      writer.end();
    }
  }
}
