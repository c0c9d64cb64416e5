package dev.graft.python.cpython;

/** The names of signals, as far as their numbers are the same everywhere. */
final class Signals {
  /** The processor time that a process may use is used up. */
  static final int CPU_TIME = 24;

  private Signals() {}

  static String name(int number) {
    String name =
        switch (number) {
          case 1 -> "SIGHUP";
          case 2 -> "SIGINT";
          case 3 -> "SIGQUIT";
          case 4 -> "SIGILL";
          case 6 -> "SIGABRT";
          case 8 -> "SIGFPE";
          case 9 -> "SIGKILL";
          case 11 -> "SIGSEGV";
          case 13 -> "SIGPIPE";
          case 15 -> "SIGTERM";
          case CPU_TIME -> "SIGXCPU";
          default -> "";
        };
    return name.isEmpty() ? Integer.toString(number) : number + " (" + name + ")";
  }
}
