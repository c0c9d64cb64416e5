package dev.graft.cli;

import java.util.Locale;

/** What completes command lines. */
enum Shell {
  BASH,
  ZSH,
  FISH;

  /** The name, as the command line has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
