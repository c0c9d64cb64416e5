package dev.graft.python.failure;

import java.util.List;

/**
 * A Python exception as Java shows exceptions: its stack trace begins with the Python frames, the
 * innermost first, and goes on with the Java frames that called them. What it came from is its
 * cause, the members of an exception group are suppressed exceptions.
 *
 * <p>It is the cause of the {@link dev.graft.runtime.failure.NodeFailureException} that tells node,
 * phase and item. A frame reads {@code python/scale.process(nodes/scale.py:12)}.
 */
public final class PythonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final String text;
  private final transient List<String> notes;

  PythonException(String type, String text, List<String> notes) {
    super(message(type, text, notes));
    this.type = type;
    this.text = text;
    this.notes = List.copyOf(notes);
  }

  /** As Python writes it: class and text, and the notes in lines of their own. */
  private static String message(String type, String text, List<String> notes) {
    String first = text.isEmpty() ? type : type + ": " + text;
    return notes.isEmpty() ? first : first + "\n" + String.join("\n", notes);
  }

  /** The name of the Python class. */
  public String type() {
    return type;
  }

  /** What {@code str} makes of it. */
  public String text() {
    return text;
  }

  /** What was added to it with {@code add_note}. */
  public List<String> notes() {
    return notes;
  }
}
