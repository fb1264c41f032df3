package io.lanewise.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The steps in which a file is written, each of which may fail. */
public interface Disk {

  /** The file system. */
  Disk REAL = new RealDisk();

  /** Makes a file that is not there yet. */
  Sink create(Path file) throws IOException;

  /** Puts a file in the place of another, so that at any time one of the two is there. */
  void replace(Path from, Path to) throws IOException;

  /** Removes a file, if there is one. */
  void delete(Path file) throws IOException;

  /** A file that is being written. */
  interface Sink extends Closeable {

    /** Writes some of the bytes that are left. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns when all that was written is on the disk. */
    void force() throws IOException;
  }

  /** Files as they are. */
  final class RealDisk implements Disk {

    private record Channel(FileChannel channel) implements Sink {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
      }

      @Override
      public void force() throws IOException {
        channel.force(true);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    }

    @Override
    public Sink create(Path file) throws IOException {
      return new Channel(
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      try {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    @Override
    public void delete(Path file) throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
