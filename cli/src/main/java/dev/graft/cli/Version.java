package dev.graft.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** What {@code graft --version} prints. */
final class Version implements IVersionProvider {
  /** The version that Graft's artifacts have, as the build says. */
  static String text() {
    try (InputStream in = Version.class.getResourceAsStream("/graft-version.txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the version of Graft cannot be read", e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"graft " + text() + " on Java " + Runtime.version()};
  }
}
