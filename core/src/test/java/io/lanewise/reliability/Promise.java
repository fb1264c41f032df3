package io.lanewise.reliability;

/** What docs/reliability.md promises, in the order of its table. */
public enum Promise {
  CRASHERS("no file can crash or hang the scorer"),
  DAMAGE("nor can unseen damage"),
  FUZZING("a coverage-guided fuzzer agrees"),
  CLAIMS("memory follows a limit, not the file's claims"),
  TRUNCATION("every truncation is noticed"),
  VALID_FILES("valid files are accepted"),
  BUFFERS("nothing is read outside its buffer"),
  LEAKS("no leak on any path"),
  NUMBERS("numbers survive"),
  EQUAL_SCORES("equal tables have equal scores"),
  COMPILERS("the compiler is right"),
  MUTATIONS("tests notice bugs"),
  CONCURRENCY("concurrent use is safe");

  private final String words;

  Promise(String words) {
    this.words = words;
  }

  /** How the table names it. */
  public String words() {
    return words;
  }
}
