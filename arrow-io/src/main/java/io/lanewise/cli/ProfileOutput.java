package io.lanewise.cli;

import io.lanewise.profile.Profile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where a profile goes. */
final class ProfileOutput {

  @Writes
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "write the profile to FILE, as a whole or not at all")
  private Path file = Path.of("");

  /** Fails where the profile could not be written. */
  void check() {
    new OutputFile(file).check();
  }

  void write(Profile profile) {
    ProfileFile.write(profile, file);
  }
}
