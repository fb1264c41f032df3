package io.lanewise.cli;

import io.lanewise.arrow.LiveStream;
import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.evaluate.InputLedger.Prefix;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of a stream whose bytes are digested as they are read. One thread at a time. */
final class AccountedRows implements BatchReader {

  private final LiveStream stream;
  private final MessageDigest digest;
  private @Nullable Prefix head;
  private @Nullable Prefix latest;
  private @Nullable ColumnBatch peeked;

  /**
   * Rows of a stream that is at its first batch.
   *
   * @param digest is told by the stream what it reads
   */
  AccountedRows(LiveStream stream, MessageDigest digest) {
    this.stream = stream;
    this.digest = digest;
  }

  /** The stream up to the end of the latest batch that has rows; empty before there is one. */
  Optional<Prefix> latest() {
    return Optional.ofNullable(latest);
  }

  /** The stream up to the end of the first batch that has rows, which is read if need be. */
  Optional<Prefix> head() {
    if (head == null) {
      peeked = next();
    }
    return Optional.ofNullable(head);
  }

  @Override
  public @Nullable ColumnBatch next() {
    ColumnBatch batch = peeked;
    peeked = null;
    while (batch == null) {
      batch = stream.next();
      if (batch == null) {
        return null;
      }
      if (batch.rowCount() == 0) {
        batch.close();
        batch = null;
      } else {
        latest = prefix();
        head = head == null ? latest : head;
      }
    }
    return batch;
  }

  private Prefix prefix() {
    try {
      byte[] soFar = ((MessageDigest) digest.clone()).digest();
      return new Prefix(stream.bytesRead(), HexFormat.of().formatHex(soFar));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("a digest that cannot be asked in between", e);
    }
  }

  @Override
  public void close() {
    if (peeked != null) {
      peeked.close();
    }
    stream.close();
  }
}
