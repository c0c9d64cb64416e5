package dev.graft.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code graft --version} prints. */
final class Version implements IVersionProvider {
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"graft " + text() + " on Java " + Runtime.version()};
  }
}
