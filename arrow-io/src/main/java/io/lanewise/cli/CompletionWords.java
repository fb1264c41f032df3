package io.lanewise.cli;

import java.util.Iterator;
import java.util.List;

/** The words that a shell completes as an option's value. */
abstract class CompletionWords implements Iterable<String> {

  private final List<String> words;

  CompletionWords(List<String> words) {
    this.words = words;
  }

  @Override
  public Iterator<String> iterator() {
    return words.iterator();
  }
}
