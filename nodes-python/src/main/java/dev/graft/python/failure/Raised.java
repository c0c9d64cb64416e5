package dev.graft.python.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the Python host tells it.
 *
 * @param type the class
 * @param message its text
 * @param notes its notes
 * @param frames its stack, the outermost frame first
 * @param cause what it came from
 * @param members the exceptions of a group
 */
record Raised(
    String type,
    String message,
    List<String> notes,
    List<Frame> frames,
    Optional<Raised> cause,
    List<Raised> members) {

  /** One frame of a Python stack. */
  record Frame(String file, int line, String function) {}

  /** The exception that the protocol has, if it is one. */
  static Optional<Raised> of(@Nullable Object data) {
    return data instanceof Map<?, ?> map ? Optional.of(of(map)) : Optional.empty();
  }

  private static Raised of(Map<?, ?> data) {
    List<Frame> frames = new ArrayList<>();
    for (Object item : list(data, "frames")) {
      if (item instanceof List<?> frame && frame.size() == 3 && frame.get(1) instanceof Long line) {
        frames.add(
            new Frame(String.valueOf(frame.get(0)), line.intValue(), String.valueOf(frame.get(2))));
      }
    }
    return new Raised(
        String.valueOf(data.get("type")),
        String.valueOf(data.get("message")),
        list(data, "notes").stream().map(String::valueOf).toList(),
        frames,
        data.get("cause") instanceof Map<?, ?> cause ? Optional.of(of(cause)) : Optional.empty(),
        list(data, "members").stream().flatMap(member -> of(member).stream()).toList());
  }

  private static List<?> list(Map<?, ?> data, String name) {
    return data.get(name) instanceof List<?> items ? items : List.of();
  }

  /** The exception, called from where this is called. */
  PythonException toException() {
    PythonException exception = new PythonException(type, message, notes);
    exception.setStackTrace(
        Stream.concat(pythonFrames(), Arrays.stream(exception.getStackTrace()))
            .toArray(StackTraceElement[]::new));
    cause.ifPresent(earlier -> exception.initCause(earlier.toException()));
    members.forEach(member -> exception.addSuppressed(member.toException()));
    return exception;
  }

  private Stream<StackTraceElement> pythonFrames() {
    List<Frame> innermostFirst = new ArrayList<>(frames);
    Collections.reverse(innermostFirst);
    return innermostFirst.stream().map(Raised::element);
  }

  /**
   * In the place of a class stands the module: not every interpreter knows the class of a method.
   */
  private static StackTraceElement element(Frame frame) {
    return new StackTraceElement(
        null,
        "python",
        null,
        moduleOf(frame.file()),
        frame.function(),
        frame.file(),
        Math.max(frame.line(), 0));
  }

  private static String moduleOf(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
  }
}
