package dev.graft.runtime.manifest;

import java.util.Locale;

/** What an operator can grant to a node. */
public enum Permission {
  /** To run outside the sandbox, in a worker process with native code. */
  NATIVE;

  /** The name in a manifest: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
