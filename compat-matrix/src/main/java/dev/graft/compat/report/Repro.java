package dev.graft.compat.report;

import dev.graft.compat.corpus.Case;

/** The command that runs one case again. */
public final class Repro {
  private Repro() {}

  /** The command. */
  public static String of(Case tried) {
    return "graft matrix --node " + tried.node() + " --case " + tried.id();
  }
}
