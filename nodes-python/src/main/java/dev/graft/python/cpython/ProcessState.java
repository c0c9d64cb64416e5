package dev.graft.python.cpython;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says that a process is doing. Elsewhere nothing is known. */
final class ProcessState {
  /** There is no such process, or this system does not tell. */
  static final char UNKNOWN = '?';

  /** It was stopped, by SIGSTOP or from a terminal. */
  static final char STOPPED = 'T';

  private ProcessState() {}

  /** The letter of the state, as {@code ps} shows it: for example R runs, S waits, Z has ended. */
  static char of(long pid) {
    String text;
    try {
      text =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return UNKNOWN;
    }
    int name = text.lastIndexOf(')'); // a name may have blanks and brackets in it
    return name >= 0 && name + 2 < text.length() ? text.charAt(name + 2) : UNKNOWN;
  }
}
