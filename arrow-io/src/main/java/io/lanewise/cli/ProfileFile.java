package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.profile.Profile;
import io.lanewise.profile.ProfileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Profiles in files and streams, told from data by their first bytes. */
final class ProfileFile {

  /** How many of its first bytes tell a profile. */
  static final int START = 9;

  /** Most bytes of an array, less what virtual machines keep for themselves. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private ProfileFile() {}

  /** Whether this is a regular file that begins like a profile; who cannot be read is none. */
  static boolean isLikely(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Container.isLikely(in.readNBytes(START));
    } catch (IOException e) {
      // Whoever opens it next says what is wrong.
      return false;
    }
  }

  /** The profile in a file, which must hold one. */
  static ScoreInput.Counted read(Path path) {
    String source = path.toString();
    try {
      if (Files.isDirectory(path)) {
        throw new DataException(source + ": is a folder, expected a profile");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(source, in);
      }
    } catch (NoSuchFileException e) {
      throw new DataException(source + ": no such file", e);
    } catch (IOException e) {
      throw new DataException(source + ": cannot be read: " + FileProblem.reason(e), e);
    }
  }

  /** The profile in what is left of a stream. */
  static ScoreInput.Counted read(String source, InputStream in) throws IOException {
    byte[] start = in.readNBytes(START);
    if (start.length == 0) {
      throw new DataException(source + ": is empty: it has 0 bytes");
    }
    if (!Container.isLikely(start)) {
      throw new DataException(source + ": is no profile, expected " + ProfileFormat.NAME);
    }
    byte[] rest = in.readNBytes(LONGEST - start.length);
    if (in.read() >= 0) {
      throw new DataException(source + ": is longer than " + LONGEST + " bytes");
    }
    byte[] bytes = new byte[start.length + rest.length];
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(rest, 0, bytes, start.length, rest.length);
    return new ScoreInput.Counted(source, ProfileFormat.read(Container.of(bytes, source), source));
  }

  /** Writes a profile, as a whole or not at all. */
  static void write(Profile profile, Path path) {
    new OutputFile(path).write(ProfileFormat.write(profile).toBytes());
  }
}
