package dev.graft.python.cpython;

import dev.graft.python.host.OutputTail;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a process prints, in a thread of its own, until nobody can print any more. */
final class OutputReader {
  private final Thread thread;

  private OutputReader(Thread thread) {
    this.thread = thread;
  }

  static OutputReader start(long pid, InputStream in, OutputTail output) {
    return new OutputReader(
        Thread.ofPlatform()
            .daemon()
            .name("graft-worker-output-" + pid)
            .start(() -> copy(in, output)));
  }

  private static void copy(InputStream in, OutputTail output) {
    try (in) {
      in.transferTo(output);
    } catch (IOException e) {
      // The process has gone, and its output with it.
    }
  }

  /** Waits for the end of what is printed, or for so many milliseconds. */
  void await(long millis) throws InterruptedException {
    thread.join(millis);
  }
}
