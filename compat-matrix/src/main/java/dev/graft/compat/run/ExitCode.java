package dev.graft.compat.run;

/** How a run can end. */
public final class ExitCode {
  /** All gates passed. */
  public static final int OK = 0;

  /** An unexpected difference, error, crash or timeout. */
  public static final int UNEXPECTED = 1;

  /** Known limitations must be edited. */
  public static final int LIMITATIONS = 2;

  /** A node did not do the same twice. */
  public static final int NONDETERMINISM = 3;

  /** A node or a parameter has no case. */
  public static final int COVERAGE = 4;

  /** Something fails that did not fail in the baseline. */
  public static final int REGRESSED = 5;

  /** A node lost much of its speed, and that in two runs. */
  public static final int SLOWER = 6;

  /** What was asked for cannot be run. */
  public static final int USAGE = 64;

  /** A backend did not start, or not the right one answered. */
  public static final int BACKEND = 69;

  /** A bug in the matrix. */
  public static final int BUG = 70;

  /** Results are missing: a run whose results were merged did not end. */
  public static final int INCOMPLETE = 75;

  private ExitCode() {}
}
