package io.lanewise.cli;

import picocli.CommandLine.IVersionProvider;

/** Which Lanewise this is. */
final class Version implements IVersionProvider {

  /** The version in the jar's manifest; {@code development} where classes run outside a jar. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "lanewise "
          + number()
          + " (Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.arch")
          + ")"
    };
  }
}
