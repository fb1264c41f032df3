package io.lanewise.cli;

import io.lanewise.profile.Profile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where a profile goes. */
final class ProfileOutput {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "write the profile to FILE, as a whole or not at all")
  private Path file = Path.of("");

  /** Fails where the profile could not be written, or would replace one of the inputs. */
  void check(InputArgument... inputs) {
    new OutputFile(file).check(inputs);
  }

  void write(Profile profile) {
    ProfileFile.write(profile, file);
  }
}
