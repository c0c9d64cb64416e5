package dev.graft.python.cpython;

import dev.graft.python.host.OutputTail;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** The process of one worker, what it is told beside its socket, and the end of what it printed. */
final class WorkerProcess {
  private static final long EXIT_MILLIS = 2000;

  private final Child child;
  private final OutputStream interrupts;
  private final OutputTail output;
  private final OutputReader reader;

  /**
   * A process that runs.
   *
   * @param printed what it prints
   * @param interrupts where it is asked to end a call
   * @param output what is printed is copied to
   */
  WorkerProcess(Child child, InputStream printed, OutputStream interrupts, OutputTail output) {
    this.child = child;
    this.interrupts = interrupts;
    this.output = output;
    this.reader = OutputReader.start(child.pid(), printed, output);
  }

  Child child() {
    return child;
  }

  long pid() {
    return child.pid();
  }

  boolean isAlive() {
    return child.ending().isEmpty();
  }

  /**
   * Asks for an exception in the call of a request; nothing happens if it has ended.
   *
   * @param request its number, counted from 1
   */
  void interrupt(long request) {
    boolean interrupted = Thread.interrupted(); // an interrupted thread would close a socket
    try {
      interrupts.write(ByteBuffer.allocate(Long.BYTES).putLong(request).array());
      interrupts.flush();
    } catch (IOException e) {
      // The process has gone, and the call with it.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends it at once. */
  void kill() {
    child.kill();
  }

  /**
   * Waits for it to end by itself, and ends it if it does not. An interrupt does not cut this
   * short: nobody may go on while a worker could still act.
   */
  void awaitExit() {
    boolean interrupted = Thread.interrupted();
    try {
      if (!child.await(EXIT_MILLIS)) {
        kill();
        child.await(EXIT_MILLIS);
      }
      reader.await(EXIT_MILLIS);
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
    return child.ending().map(Ending::toString).orElse("is still alive");
  }

  /** The end of what it printed. */
  String output() {
    return output.text();
  }
}
