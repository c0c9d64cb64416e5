package dev.graft.python.graalpy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/** Where Python code was when it was interrupted, as a traceback that often knows no lines. */
final class InterruptedFrames {
  private InterruptedFrames() {}

  static String text(PolyglotException e) {
    Deque<String> lines = new ArrayDeque<>();
    for (StackFrame frame : e.getPolyglotStackTrace()) {
      SourceSection section = frame.getSourceLocation();
      if (frame.isGuestFrame() && (section == null || !isHost(section.getSource().getName()))) {
        lines.addFirst(line(frame.getRootName(), section));
      }
    }
    return lines.isEmpty() ? "" : "Traceback (most recent call last):\n" + String.join("", lines);
  }

  /** The frames of Graft's own code are nobody's business, but for those of its nodes. */
  private static boolean isHost(String path) {
    return path.startsWith("graft/")
        && !path.startsWith("graft/nodes/")
        && !path.startsWith("graft/compat/");
  }

  /** What waits in a built-in function does not know its place, only its name. */
  private static String line(String function, @Nullable SourceSection section) {
    if (section == null) {
      return "  in %s\n".formatted(function);
    }
    int first = section.getStartLine();
    int last = section.getEndLine();
    String where = first == last ? "line " + first : "lines %d to %d".formatted(first, last);
    return "  File \"%s\", %s, in %s\n".formatted(section.getSource().getName(), where, function);
  }
}
