package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a comparison as typed: a file, several separated by commas, a folder, or {@code -}
 * for standard input. A path that exists as typed is taken whole, commas and all.
 *
 * @param text as typed
 */
record InputArgument(String text) {

  boolean isStandardInput() {
    return text.equals("-");
  }

  ArrowTable open(InputStream in, MemoryBudget budget) {
    return isStandardInput()
        ? ArrowTable.spool("stdin", in, budget)
        : ArrowTable.open(paths(), budget);
  }

  /** Whether the file is one of those that are read. */
  boolean reads(Path file) {
    return !isStandardInput() && paths().stream().anyMatch(path -> isSameFile(path, file));
  }

  private static boolean isSameFile(Path path, Path file) {
    try {
      return Files.isRegularFile(path) && Files.exists(file) && Files.isSameFile(path, file);
    } catch (IOException e) {
      // Who cannot be asked here is told so when the file is opened.
      return false;
    }
  }

  private List<Path> paths() {
    Path whole = path(text);
    if (!text.contains(",") || Files.exists(whole)) {
      return List.of(whole);
    }
    List<Path> paths = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      paths.add(path(part));
    }
    return paths;
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new UsageException("an empty path; expected a file, a folder or -");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + text + "' is not a path: " + e.getReason());
    }
  }
}
