package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.column.DataException;
import io.lanewise.evaluate.ScoreInput;
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

  /** Fails where both sides of a comparison are standard input. */
  static void requireOneStream(InputArgument real, InputArgument generated) {
    if (real.isStandardInput() && generated.isStandardInput()) {
      throw new UsageException("- on both sides; expected a file or a folder on one of them");
    }
  }

  /** Opens data or profiles, told by content; several profiles are one, of all their data. */
  OpenedInput open(InputStream in, MemoryBudget budget) {
    return open(in, budget, false);
  }

  /** The same for who reads the rows once: a stream in a pipe is then read while it arrives. */
  OpenedInput openOnce(InputStream in, MemoryBudget budget) {
    return open(in, budget, true);
  }

  /** Its bytes, in their order: those of standard input, or of one file. */
  PipedInput bytes(InputStream in) {
    if (isStandardInput()) {
      return new PipedInput("stdin", in, () -> {});
    }
    List<Path> paths = paths();
    if (paths.size() > 1 || Files.isDirectory(paths.getFirst())) {
      throw new UsageException("'" + text + "' is several files, expected one, or -");
    }
    return PipedInput.of(paths.getFirst());
  }

  private OpenedInput open(InputStream in, MemoryBudget budget, boolean once) {
    if (isStandardInput()) {
      return new PipedInput("stdin", in, () -> {}).open(budget, once);
    }
    List<Path> paths = paths();
    List<Path> profiles = paths.stream().filter(ProfileFile::isLikely).toList();
    if (profiles.isEmpty()) {
      return isPipe(paths)
          ? PipedInput.of(paths.getFirst()).open(budget, once)
          : OpenedInput.of(ArrowTable.open(paths, budget));
    }
    if (profiles.size() < paths.size()) {
      Path other =
          paths.stream().filter(path -> !profiles.contains(path)).findFirst().orElseThrow();
      throw new DataException(
          profiles.getFirst()
              + " is a profile and "
              + other
              + " is none; expected one kind a side");
    }
    return OpenedInput.of(ProfileSum.of(profiles));
  }

  /** Opens data, for who has no use of counts. */
  ArrowTable openTable(InputStream in, MemoryBudget budget) {
    OpenedInput opened = open(in, budget);
    return switch (opened.input()) {
      case ScoreInput.Data data when data.table() instanceof ArrowTable table -> table;
      default -> throw new DataException(opened.input().source() + " is a profile, expected data");
    };
  }

  private static boolean isPipe(List<Path> paths) {
    Path first = paths.getFirst();
    return paths.size() == 1
        && Files.exists(first)
        && !Files.isRegularFile(first)
        && !Files.isDirectory(first);
  }

  /** The files that are read, of a folder those in it; none where it is standard input. */
  List<Path> files() {
    return isStandardInput() ? List.of() : ArrowTable.files(paths());
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
