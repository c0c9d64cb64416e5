package dev.graft.runtime.write;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hands outputs on for whoever waits for them, without a system call for each: at once while {@link
 * #inputPauses the input pauses}, and otherwise a moment later, by a thread of its own. Safe for
 * several threads.
 */
public final class PromptWriter implements ItemWriter {
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final ItemWriter writer;
  private final Thread thread;
  private volatile boolean pausing;
  private boolean dirty;
  private boolean closed;
  private @Nullable IOException failure;

  private PromptWriter(ItemWriter writer) {
    this.writer = writer;
    this.thread = Thread.ofPlatform().daemon().name("graft-flush").unstarted(this::flushNowAndThen);
  }

  /**
   * A writer with its thread, which ends with it.
   *
   * @param writer writes; closed with this one
   */
  public static PromptWriter start(ItemWriter writer) {
    PromptWriter prompt = new PromptWriter(writer);
    prompt.thread.start();
    return prompt;
  }

  @Override
  public synchronized void write(@Nullable Object value) throws IOException {
    throwFailure();
    writer.write(value);
    if (pausing) {
      writer.flush();
    } else {
      dirty = true;
    }
  }

  /** Nothing is there to read: whoever feeds the run may be waiting for its outputs. */
  public void inputPauses() {
    pausing = true;
    flushIfDirty();
  }

  /** There is something to read again. */
  public void inputGoesOn() {
    pausing = false;
  }

  /** Its failure is told to the next who writes. */
  private synchronized void flushIfDirty() {
    if (dirty && !closed) {
      dirty = false;
      try {
        writer.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  private void flushNowAndThen() {
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(MOMENT);
        flushIfDirty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void throwFailure() throws IOException {
    IOException e = failure;
    if (e != null) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    throwFailure();
    dirty = false;
    writer.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      thread.interrupt();
      writer.close();
      throwFailure();
    }
  }
}
