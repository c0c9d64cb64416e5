package dev.graft.python.cpython;

import dev.graft.python.host.OutputTail;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The process of one worker, and the end of what it printed. */
final class WorkerProcess {
  private static final long EXIT_MILLIS = 2000;
  private static final int SIGNAL_BASE = 128;
  private static final int LAST_SIGNAL = 31;

  private final Process process;
  private final OutputTail output;
  private final Thread reader;

  private WorkerProcess(Process process, OutputTail output, Thread reader) {
    this.process = process;
    this.output = output;
    this.reader = reader;
  }

  static WorkerProcess start(
      Interpreter interpreter, Path script, List<String> arguments, OutputTail output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(interpreter.executable().toString());
    // Isolated: no variables, no user's site-packages, no current directory on the path.
    command.addAll(List.of("-I", "-X", "faulthandler", script.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("TZ", "TMPDIR"));
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(interpreter.environment());
    Process process = builder.start();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .name("graft-worker-output-" + process.pid())
            .start(() -> copy(process.getInputStream(), output));
    return new WorkerProcess(process, output, reader);
  }

  private static void copy(InputStream in, OutputTail output) {
    try {
      in.transferTo(output);
    } catch (IOException e) {
      // The process has gone, and its output with it.
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Asks for an exception in the call of a request; nothing happens if it has ended.
   *
   * @param request its number, counted from 1
   */
  void interrupt(long request) {
    try {
      OutputStream interrupts = process.getOutputStream();
      interrupts.write(ByteBuffer.allocate(Long.BYTES).putLong(request).array());
      interrupts.flush();
    } catch (IOException e) {
      // The process has gone, and the call with it.
    }
  }

  /** Ends it at once. */
  void kill() {
    process.destroyForcibly();
  }

  /**
   * Waits for it to end by itself, and ends it if it does not. An interrupt does not cut this
   * short: nobody may go on while a worker could still act.
   */
  void awaitExit() {
    boolean interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS)) {
        kill();
        process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS);
      }
      reader.join(EXIT_MILLIS);
    } catch (InterruptedException e) {
      kill();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How it ended. */
  String exit() {
    if (process.isAlive()) {
      return "is still alive";
    }
    int status = process.exitValue();
    if (status > SIGNAL_BASE && status <= SIGNAL_BASE + LAST_SIGNAL) {
      return "was ended by signal " + Signals.name(status - SIGNAL_BASE);
    }
    return "ended with exit code " + status;
  }

  /** The end of what it printed. */
  String output() {
    return output.text();
  }
}
