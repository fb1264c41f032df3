package io.lanewise.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of one input, mapped whole and read only; they stay valid until it is closed.
 *
 * @param place names the input in messages
 * @param bytes all of it
 * @param arena owns the mapping
 */
record MappedInput(Place place, MemorySegment bytes, Arena arena) implements AutoCloseable {

  /** Maps a file; what is no regular file (a pipe, a device) is spooled first. */
  static MappedInput open(Path path) {
    var place = Place.of(path.toString());
    try {
      if (Files.isDirectory(path)) {
        throw place.refusal("is a folder, expected a file");
      }
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        try (InputStream in = Files.newInputStream(path)) {
          return spool(place.source(), in);
        }
      }
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        return map(place, channel);
      }
    } catch (IOException | RuntimeException e) {
      throw place.failure(e);
    }
  }

  /**
   * Copies a stream to a private temporary file and maps that, because a table is walked more than
   * once. Where the system allows it the file has lost its name before the first byte is in it, so
   * its storage goes with the mapping, however the process ends.
   */
  static MappedInput spool(String source, InputStream in) {
    var place = Place.of(source);
    try {
      Path file = SpoolException.createFile();
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        new Arrival(new byte[0], in, null).copyAll(channel);
        return map(place, channel);
      }
    } catch (IOException e) {
      throw place.failure(e);
    }
  }

  private static MappedInput map(Place place, FileChannel channel) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      return new MappedInput(
          place, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), arena);
    } catch (IOException | RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
