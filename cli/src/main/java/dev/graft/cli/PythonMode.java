package dev.graft.cli;

/** How Python runs on GraalPy; chosen by the launcher, because it takes flags of the JVM. */
enum PythonMode {
  AUTO,
  QUICK,
  STEADY
}
