package dev.graft.cli;

import java.time.Duration;
import java.util.function.LongFunction;

/**
 * A line that says how far something is, drawn again and again by a thread of its own, and gone at
 * the end. It has no control codes but the carriage return.
 */
final class ProgressLine implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int WIDTH = 79;

  private final Terminal terminal;
  private final LongFunction<String> text;
  private final long started = System.nanoTime();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("graft-progress").unstarted(this::draw);
  private int drawn;
  private boolean closed;

  private ProgressLine(Terminal terminal, LongFunction<String> text) {
    this.terminal = terminal;
    this.text = text;
  }

  /**
   * Begins to draw, if it is wanted.
   *
   * @param text the words, so many nanoseconds after the start
   */
  static ProgressLine start(Terminal terminal, LongFunction<String> text, boolean wanted) {
    ProgressLine line = new ProgressLine(terminal, text);
    if (wanted) {
      line.thread.start();
    }
    return line;
  }

  private void draw() {
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(PAUSE);
        drawNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private synchronized void drawNow() {
    if (!closed) {
      String words = text.apply(System.nanoTime() - started);
      String line = words.substring(0, Math.min(words.length(), WIDTH));
      terminal.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
      terminal.err().flush();
      drawn = line.length();
    }
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    closed = true;
    thread.interrupt();
    if (drawn > 0) {
      terminal.err().print("\r" + " ".repeat(drawn) + "\r");
      terminal.err().flush();
    }
  }
}
