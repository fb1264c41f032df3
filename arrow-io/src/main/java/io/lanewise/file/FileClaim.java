package io.lanewise.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file as one process's own for a while, for two would each replace what the other has written.
 *
 * <p>The claim on {@code x} is a lock on the empty file {@code .x.lock} beside it, not on {@code
 * x}, which {@link WholeFile} replaces. The system lets go of the locks of a process that dies, so
 * what a killed one leaves behind binds nobody, and goes with the next claim.
 */
public final class FileClaim implements Closeable {

  /** Each fails only if an owner left just then. */
  private static final int MOST_ATTEMPTS = 100;

  /** Two lock files are of one length by a chance of 1 in so many. */
  private static final int LENGTHS = 1 << 20;

  private final Path lockFile;
  private final FileChannel channel;

  private FileClaim(Path lockFile, FileChannel channel) {
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /**
   * Claims a file, which need not be there yet.
   *
   * @return the claim, held until it is closed; empty if another process, or another claim of this
   *     one, has the file
   * @throws IOException if nothing can be written beside the file
   */
  public static Optional<FileClaim> of(Path path) throws IOException {
    // One claim for all links to the file.
    Path place = FilePlace.of(path);
    Path lockFile = place.resolveSibling("." + place.getFileName() + ".lock");
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      if (isAt(lockFile, channel)) {
        return Optional.of(new FileClaim(lockFile, channel));
      }
      channel.close();
    }
    throw new IOException(lockFile + " was another one at each of " + MOST_ATTEMPTS + " attempts");
  }

  /**
   * Whether a locked file is still the one of its name. Before the lock its last owner may have
   * removed it, and somebody else may have made and locked another one. Java does not tell which
   * file a channel is of, and numbers of files are used again at once; so the file takes a length
   * by chance, and the name is asked for it. (To read it by its name would end the lock.)
   */
  private static boolean isAt(Path lockFile, FileChannel channel) throws IOException {
    long length = 1L + ThreadLocalRandom.current().nextInt(LENGTHS);
    channel.truncate(0);
    channel.write(ByteBuffer.allocate(1), length - 1);
    try {
      return Files.size(lockFile) == length;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Lets go of the file; the second time there is nothing to do. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      // Still locked: whoever has opened it meanwhile finds that it is gone, and tries again.
      Files.deleteIfExists(lockFile);
    }
  }
}
