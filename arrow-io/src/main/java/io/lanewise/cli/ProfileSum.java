package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.profile.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Adds profiles and takes them away, and names the files where that cannot be done. */
final class ProfileSum {

  private ProfileSum() {}

  /** All of them together, read one by one, so that no more than two are held. */
  static ScoreInput.Counted of(List<Path> paths) {
    ScoreInput.Counted first = ProfileFile.read(paths.getFirst());
    Profile sum = first.profile();
    for (Path path : paths.subList(1, paths.size())) {
      ScoreInput.Counted next = ProfileFile.read(path);
      String names = first.source() + " and " + next.source();
      checkReference(names + " do not merge", sum, next.profile());
      Profile before = sum;
      sum = named(names, () -> before.plus(next.profile()));
    }
    String source = first.source();
    return new ScoreInput.Counted(
        paths.size() > 1 ? source + " and " + (paths.size() - 1) + " more" : source, sum);
  }

  /** The first without the second. */
  static Profile difference(ScoreInput.Counted all, ScoreInput.Counted part) {
    checkReference(
        part.source() + " cannot be subtracted from " + all.source(),
        all.profile(),
        part.profile());
    return named(
        part.source() + " is no part of " + all.source(),
        () -> all.profile().minus(part.profile()));
  }

  private static void checkReference(String names, Profile a, Profile b) {
    a.reference()
        .difference(b.reference())
        .ifPresent(
            difference -> {
              throw new DataException(
                  names
                      + ": "
                      + difference
                      + "; parts of one whole are profiled with one --reference");
            });
  }

  private static Profile named(String names, Supplier<Profile> operation) {
    try {
      return operation.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DataException(names + ": " + e.getMessage(), e);
    }
  }
}
