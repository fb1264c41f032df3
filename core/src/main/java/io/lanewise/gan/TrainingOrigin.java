package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.SortedMap;

/**
 * What a training began with, apart from its settings: one that goes on needs the same.
 *
 * @param seed of all random numbers
 * @param every epochs between two lines
 * @param rows of the table
 * @param digest of the rows that are learnt from, in hexadecimal
 */
public record TrainingOrigin(long seed, int every, long rows, String digest) {

  void write(SortedMap<String, String> words, SortedMap<String, Tensor> tensors) {
    Entries entries = new Entries("origin", words, tensors);
    entries.put("seed", Long.toString(seed));
    entries.put("every", Integer.toString(every));
    entries.put("rows", Long.toString(rows));
    entries.put("digest", digest);
  }

  static TrainingOrigin read(SortedMap<String, String> words, SortedMap<String, Tensor> tensors) {
    Entries entries = new Entries("origin", words, tensors);
    TrainingOrigin origin =
        new TrainingOrigin(
            Long.parseLong(entries.word("seed")),
            Integer.parseInt(entries.word("every")),
            Long.parseLong(entries.word("rows")),
            entries.word("digest"));
    if (origin.every < 1 || origin.rows < 1) {
      throw new IllegalArgumentException(
          "a line every %d epochs of %d rows, expected at least 1 of each"
              .formatted(origin.every, origin.rows));
    }
    if (!origin.digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "origin/digest is no SHA-256 in hexadecimal digits: '" + origin.digest + "'");
    }
    return origin;
  }
}
