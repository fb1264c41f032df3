package io.lanewise.cli;

/** How a result is written. */
enum Format {
  /** For people at a terminal. */
  TEXT,
  /** For programs. */
  JSON,
  /** For pages. */
  MARKDOWN
}
