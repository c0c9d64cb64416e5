package dev.graft.python.cpython;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the system says that a process is doing: Linux in a file, others through {@code ps}. */
final class ProcessState {
  /** There is no such process, or this system does not tell. */
  static final char UNKNOWN = '?';

  /** It was stopped, by SIGSTOP or from a terminal. */
  static final char STOPPED = 'T';

  private ProcessState() {}

  private static final Path PROC = Path.of("/proc/self/stat");
  private static final Duration PS_PATIENCE = Duration.ofSeconds(1);

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
    return letter(text);
  }

  /** The same on systems that have no such file too; there a program is started for it. */
  static char askedFor(long pid) {
    return Files.exists(PROC) ? of(pid) : ofPs(pid);
  }

  /** What {@code ps} says, which is part of every Unix. */
  static char ofPs(long pid) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(pid))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!ps.waitFor(PS_PATIENCE)) {
        ps.destroyForcibly();
        return UNKNOWN;
      }
      String text =
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return text.isEmpty() ? UNKNOWN : text.charAt(0);
    } catch (IOException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }

  private static char letter(String text) {
    int name = text.lastIndexOf(')'); // a name may have blanks and brackets in it
    return name >= 0 && name + 2 < text.length() ? text.charAt(name + 2) : UNKNOWN;
  }
}
