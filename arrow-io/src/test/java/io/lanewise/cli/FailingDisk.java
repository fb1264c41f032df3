package io.lanewise.cli;

import io.lanewise.file.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The real disk until its Nth step, which writes half of what it should and fails; after that every
 * step fails, as on a disk that is full, or nothing happens any more, as in a process that is gone.
 */
class FailingDisk implements Disk {

  /** How much a write takes at a time. */
  private static final int PIECE = 200;

  private final int failing;
  private final boolean crash;
  private int steps;

  /** What stands for the end of the process. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  FailingDisk(int failing, boolean crash) {
    this.failing = failing;
    this.crash = crash;
  }

  boolean hasFailed() {
    return steps >= failing;
  }

  private void step() throws IOException {
    steps++;
    if (hasFailed()) {
      if (crash) {
        throw new Crash();
      }
      throw new IOException("No space left on device");
    }
  }

  @Override
  public Sink create(Path file) throws IOException {
    step();
    Sink sink = REAL.create(file);
    return new Sink() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        ByteBuffer piece = bytes.slice().limit(Math.min(PIECE, bytes.remaining()));
        bytes.position(bytes.position() + piece.remaining());
        try {
          step();
        } catch (IOException | Crash e) {
          sink.write(piece.limit(piece.limit() / 2));
          throw e;
        }
        sink.write(piece);
      }

      @Override
      public void force() throws IOException {
        step();
        sink.force();
      }

      @Override
      public void close() throws IOException {
        sink.close();
        step();
      }
    };
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    step();
    REAL.replace(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    // A full disk can still delete; who is gone cannot.
    if (!(crash && hasFailed())) {
      REAL.delete(file);
    }
  }
}
