package dev.graft.runtime.run;

import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What the stages of one run share: whether it goes on, and why not. */
final class RunState {
  private static final System.Logger LOG = System.getLogger(RunState.class.getName());

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<RunEvent> events = new ArrayList<>();
  private final DeadLetters deadLetters = new DeadLetters();
  private @Nullable RunFailedException failure;

  /** Whether anybody still wants outputs. */
  boolean wantsMore() {
    return failure == null && !cancelled.get();
  }

  boolean isCancelled() {
    return cancelled.get();
  }

  /** Ends the run with a node's failure; the first one counts. */
  void fail(NodeFailureException e) {
    fail(new RunFailedException(e.failure(), e));
  }

  /** Ends the run; the first failure counts. */
  void fail(RunFailedException e) {
    if (failure == null) {
      failure = e;
    }
  }

  /** Ends the run from another thread, without a failure. */
  void cancel() {
    cancelled.set(true);
  }

  void event(RunEvent event) {
    switch (event) {
      case RunEvent.HostLost _ -> LOG.log(System.Logger.Level.WARNING, event.text());
      case RunEvent.Warned warned ->
          LOG.log(
              System.Logger.Level.WARNING,
              warned.text() + warned.details().map(details -> "\n" + details).orElse(""));
      default -> {}
    }
    if (events.size() < RunSummary.EVENTS_KEPT) {
      events.add(event);
    }
  }

  List<RunEvent> events() {
    return events;
  }

  void deadLetter(Path file, Item item, NodeFailure why) {
    try {
      deadLetters.write(file, item, why);
    } catch (IOException e) {
      fail(new RunFailedException("dead letters cannot be written to " + file + ": " + e, e));
    }
  }

  void throwFailure() throws RunFailedException {
    if (failure != null) {
      throw failure;
    }
  }

  void close() {
    try {
      deadLetters.close();
    } catch (IOException e) {
      fail(new RunFailedException("dead letters cannot be written: " + e, e));
    }
  }
}
