package io.lanewise.arrow;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file, mapped whole and read only.
 *
 * @param arena owns the mapping
 * @param bytes all of it
 */
record MappedBytes(Arena arena, MemorySegment bytes) {

  /** Brings the bytes. */
  interface Filling {
    void fill(FileChannel file) throws IOException;
  }

  /**
   * Keeps bytes that can be read only once in a private temporary file. Where the system allows it
   * the file has lost its name before the first byte is in it, so its storage goes with the
   * mapping, however the process ends.
   */
  static MappedBytes spool(Filling filling) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            createFile(),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      filling.fill(channel);
      return map(channel);
    }
  }

  /** Maps all of a file, which may be closed then. */
  static MappedBytes map(FileChannel channel) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      return new MappedBytes(
          arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException | RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  private static Path createFile() {
    try {
      return Files.createTempFile("lanewise", ".spool");
    } catch (IOException e) {
      throw new SpoolException(e);
    }
  }
}
