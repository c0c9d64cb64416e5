package dev.graft.cli;

/** What may fail a run that takes times besides what always does. */
enum SpeedGate {
  /** A node that is much slower beside CPython than before, in two runs. */
  PERFORMANCE
}
