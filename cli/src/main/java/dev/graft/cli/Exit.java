package dev.graft.cli;

/** The exit codes of all commands but {@code matrix}, which has its own for each gate. */
final class Exit {
  static final int OK = 0;

  /** A node failed, or the input or output did. */
  static final int FAILED = 1;

  /** A manifest, a parameter, a file or a node name is wrong. Nothing was run. */
  static final int REFUSED = 2;

  /** The command line is wrong. */
  static final int USAGE = 64;

  /** A defect of Graft. */
  static final int DEFECT = 70;

  /** Interrupted by the user, as shells count it. */
  static final int INTERRUPTED = 130;

  /** Nobody reads standard output any more: as shells count the end by SIGPIPE. */
  static final int UNREAD = 141;

  private Exit() {}
}
