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
        return of(place, MappedBytes.map(channel));
      }
    } catch (IOException | RuntimeException e) {
      throw place.failure(e);
    }
  }

  /** Copies a stream to a temporary file, because a table is walked more than once. */
  static MappedInput spool(String source, InputStream in) {
    var place = Place.of(source);
    try {
      InputStream kept = Content.whereWorthwhile(in);
      return of(place, MappedBytes.spool(new Arrival(new byte[0], kept, null)::copyAll));
    } catch (IOException e) {
      throw place.failure(e);
    }
  }

  private static MappedInput of(Place place, MappedBytes mapped) {
    return new MappedInput(place, mapped.bytes(), mapped.arena());
  }

  @Override
  public void close() {
    arena.close();
  }
}
