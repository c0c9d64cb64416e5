package dev.graft.compat.report;

import dev.graft.compat.corpus.Case;

/** The command that runs one case again. */
final class Repro {
  private Repro() {}

  static String of(Case tried) {
    return "graft matrix --node " + tried.node() + " --case " + tried.id();
  }
}
