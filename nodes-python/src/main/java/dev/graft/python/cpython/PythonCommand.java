package dev.graft.python.cpython;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a program of Graft's Python package is started. */
final class PythonCommand {
  private PythonCommand() {}

  static ProcessBuilder of(Interpreter interpreter, Path script, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(interpreter.executable().toString());
    // Isolated: no variables, no user's site-packages, no current directory on the path.
    command.addAll(List.of("-I", "-X", "faulthandler", script.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("TZ", "TMPDIR"));
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(interpreter.environment());
    return builder;
  }
}
