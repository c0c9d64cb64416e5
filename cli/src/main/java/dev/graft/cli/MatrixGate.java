package dev.graft.cli;

/** What may fail a run of the matrix besides what always does. */
enum MatrixGate {
  /** A result that fails and did not fail in the run before. */
  REGRESSIONS
}
