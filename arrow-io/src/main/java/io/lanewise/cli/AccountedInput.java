package io.lanewise.cli;

import io.lanewise.arrow.LiveStream;
import io.lanewise.evaluate.ScoreInput;
import java.security.MessageDigest;

/**
 * Generated data whose bytes are accounted for.
 *
 * @param input the data
 * @param rows the same as a reader that keeps account
 */
record AccountedInput(OpenedInput input, AccountedRows rows) implements AutoCloseable {

  static AccountedInput of(LiveStream stream, MessageDigest digest, Runnable closing) {
    AccountedRows rows = new AccountedRows(stream, digest);
    return new AccountedInput(
        new OpenedInput(
            new ScoreInput.Once(stream.source(), stream.schema(), rows), stream::warnings, closing),
        rows);
  }

  @Override
  public void close() {
    input.close();
  }
}
