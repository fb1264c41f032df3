package io.lanewise.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Helps a user who mistyped a name. */
public final class NearestName {

  private static final int SHOWN = 12;

  private NearestName() {}

  /**
   * Asks for the nearest known name where one is near, else tells the first few names.
   *
   * @param name as typed
   * @param known what it could have been
   */
  public static String hint(String name, Collection<String> known) {
    return of(name, known)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElseGet(() -> "the data has " + first(known));
  }

  private static String first(Collection<String> known) {
    String names = known.stream().limit(SHOWN).collect(Collectors.joining(", "));
    int more = known.size() - SHOWN;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  /**
   * The known name that is nearest, where one is near: at most a third of the letters differ.
   *
   * @param name as typed
   * @param known what it could have been
   */
  public static Optional<String> of(String name, Collection<String> known) {
    int most = name.length() / 3;
    return known.stream()
        // Also keeps the cost down where a whole file was typed for a name.
        .filter(candidate -> Math.abs(candidate.length() - name.length()) <= most)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(nearest -> distance(name, nearest) <= most);
  }

  /** Levenshtein's distance, upper and lower case alike. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        char x = Character.toLowerCase(a.charAt(i - 1));
        char y = Character.toLowerCase(b.charAt(j - 1));
        int substitution = diagonal + (x == y ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
