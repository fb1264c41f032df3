package io.lanewise.arrow;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in Arrow's IPC format: files or streams, compressed or not, one or several.
 *
 * <p>Shapes: several inputs with the same column names and types are one table, in the order given;
 * their dictionaries may differ. A folder stands for the Arrow files directly in it, by name.
 *
 * <p>Unit: values are stored integers, whose worth is the {@linkplain
 * io.lanewise.column.ColumnType#step() step} of their type.
 *
 * <p>Nulls: a missing validity buffer means none; null counts in the metadata are not trusted. NaN
 * payloads and negative zeros are handed out as stored.
 *
 * <p>Cost: opening reads metadata only. Uncompressed data is mapped and copied block by block as it
 * is read; compressed columns are decompressed when they are asked for and let go with their batch.
 *
 * <p>Errors: {@link io.lanewise.column.DataException}, and nothing else on account of the bytes.
 * What a value itself says (an offset, an index) is checked when its block is read, so {@code read}
 * of a column may refuse as {@code column} of its batch does.
 *
 * <p>Source: Apache Arrow Columnar Format 1.5, metadata versions 4 and 5, little-endian.
 */
public final class ArrowTable implements Table {

  private final String source;
  private final List<Part> parts;
  private final MemoryBudget budget;
  private final Schema schema;
  private final long rowCount;

  /** One input with its index. */
  record Part(MappedInput input, InputIndex index) {}

  private ArrowTable(String source, List<Part> parts, MemoryBudget budget) {
    this.source = source;
    this.parts = List.copyOf(parts);
    this.budget = budget;
    this.schema = parts.getFirst().index().layout().schema();
    this.rowCount = parts.stream().mapToLong(part -> part.index().rowCount()).sum();
  }

  /**
   * Opens files, streams in files, pipes, and folders of files as one table.
   *
   * @param paths at least one
   * @param budget limits what is decompressed at a time
   * @throws io.lanewise.column.DataException where one of them cannot be read, is no Arrow data, is
   *     cut short, or has other columns than the first
   */
  public static ArrowTable open(List<Path> paths, MemoryBudget budget) {
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("no paths to open, expected at least 1");
    }
    List<Path> files = files(paths);
    String source = paths.getFirst().toString();
    if (paths.size() > 1) {
      source += " and " + (paths.size() - 1) + " more";
    }
    List<Part> parts = new ArrayList<>();
    try {
      for (Path file : files) {
        parts.add(part(MappedInput.open(file), budget));
        checkSameColumns(parts);
      }
      return new ArrowTable(source, parts, budget);
    } catch (RuntimeException | Error e) {
      parts.forEach(part -> part.input().close());
      throw e;
    }
  }

  /**
   * The files that paths stand for: of a folder, the Arrow files in it.
   *
   * @throws io.lanewise.column.DataException where a folder has none, or cannot be listed
   */
  public static List<Path> files(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(Folder.arrowFiles(path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  /**
   * Opens what is left of a stream of bytes, which are copied to a temporary file first, because a
   * table is walked more than once; what is in them, an IPC file or a stream, is told by content.
   *
   * @param source what to call it, such as {@code stdin}
   * @param in is read to its end and not closed
   * @param budget limits what is decompressed at a time
   * @throws io.lanewise.column.DataException as of {@link #open(List, MemoryBudget)}
   */
  public static ArrowTable spool(String source, InputStream in, MemoryBudget budget) {
    return new ArrowTable(source, List.of(part(MappedInput.spool(source, in), budget)), budget);
  }

  private static Part part(MappedInput input, MemoryBudget budget) {
    try {
      Content content = input.place().guard(() -> Content.of(input.bytes()));
      return new Part(
          input,
          switch (content) {
            case FILE -> FileIndex.of(input, budget);
            case STREAM -> StreamIndex.of(input, budget);
          });
    } catch (RuntimeException | Error e) {
      input.close();
      throw e;
    }
  }

  private static void checkSameColumns(List<Part> parts) {
    Part first = parts.getFirst();
    Part last = parts.getLast();
    last.input()
        .place()
        .guard(
            () -> {
              SchemaMatch.check(
                  last.index().layout().schema(),
                  "this file",
                  first.index().layout().schema(),
                  first.input().place().source());
              return last;
            });
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public long rowCount() {
    return rowCount;
  }

  List<Part> parts() {
    return parts;
  }

  /** What the inputs lack without being damaged, one line each: an end marker, for one. */
  public List<String> warnings() {
    return parts.stream().flatMap(part -> part.index().warnings().stream()).toList();
  }

  @Override
  public BatchReader open() {
    return new BatchWalk(parts, budget);
  }

  @Override
  public void close() {
    parts.forEach(part -> part.input().close());
  }
}
