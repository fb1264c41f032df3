package io.lanewise.cli;

import io.lanewise.container.Container;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.profile.Profile;
import io.lanewise.profile.ProfileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Profiles in files and streams, told from data by their first bytes. */
final class ProfileFile {

  private ProfileFile() {}

  /** Whether this is a regular file that begins like a profile; who cannot be read is none. */
  static boolean isLikely(Path path) {
    try {
      // What says that it is empty is not read: of /proc/kmsg, the first byte may never come.
      if (!Files.isRegularFile(path) || Files.size(path) < ContainerFile.START) {
        return false;
      }
      try (InputStream in = Files.newInputStream(path)) {
        return Container.isLikely(in.readNBytes(ContainerFile.START));
      }
    } catch (IOException e) {
      // Whoever opens it next says what is wrong.
      return false;
    }
  }

  /** The profile in a file, which must hold one. */
  static ScoreInput.Counted read(Path path) {
    return counted(path.toString(), ContainerFile.read(path, "profile", ProfileFormat.NAME));
  }

  /** The profile in what is left of a stream. */
  static ScoreInput.Counted read(String source, InputStream in) throws IOException {
    return counted(source, ContainerFile.read(source, in, "profile", ProfileFormat.NAME));
  }

  private static ScoreInput.Counted counted(String source, Container container) {
    return new ScoreInput.Counted(source, ProfileFormat.read(container, source));
  }

  /** Writes a profile, as a whole or not at all. */
  static void write(Profile profile, Path path) {
    new OutputFile(path).write(ProfileFormat.write(profile).toBytes());
  }
}
