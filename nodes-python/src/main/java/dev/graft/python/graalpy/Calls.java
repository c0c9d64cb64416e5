package dev.graft.python.graalpy;

import dev.graft.python.deadline.Bounds;
import dev.graft.python.deadline.Watchdog;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.python.host.Notice;
import dev.graft.python.host.OutputTail;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The calls into one context: each has its time, none overlaps a task of a node, and what ends one
 * is told for what it is, a failure of a node or the loss of the context.
 */
final class Calls implements AutoCloseable {
  /** How long a call may take to end after it was cancelled. */
  private static final Duration CANCEL_PATIENCE = Duration.ofMillis(40);

  private final Context context;
  private final Exchange exchange;
  private final OutputTail output;
  private final EntryPoints entry;
  private final Bounds bounds;
  private final BetweenCalls between;

  /** What Python tells a failure to; made once, as all host functions are. */
  private final ProxyExecutable fail = this::onFailure;

  private final Queue<Notice> notices = new ConcurrentLinkedQueue<>();
  private Notice.Listener listener = Notice.Listener.NONE;
  private @Nullable FailureReport failure;

  private volatile boolean usable = true;
  private volatile boolean cancelled;

  /**
   * The calls of a context that has its entry points.
   *
   * @param watchdog what ends calls that take too long
   * @param alarms what lets tasks of nodes go on between calls
   */
  Calls(
      Context context,
      Exchange exchange,
      OutputTail output,
      EntryPoints entry,
      Watchdog watchdog,
      Alarms alarms) {
    this.context = context;
    this.exchange = exchange;
    this.output = output;
    this.entry = entry;
    this.bounds = new Bounds(watchdog, new BreakableContext(context));
    this.between = new BetweenCalls(alarms);
    ProxyExecutable alarm = between::ask;
    ProxyExecutable tell = this::onNotice;
    entry.attend().executeVoid(alarm, tell);
    Value goOn = entry.goOn();
    between.use(wanted -> goOn.execute(wanted).asDouble());
  }

  /** How long calls may take, and how often one took longer. */
  Bounds bounds() {
    return bounds;
  }

  /** The host function that gets failures. */
  ProxyExecutable fail() {
    return fail;
  }

  /** Who hears of what is strange. */
  void listen(Notice.Listener hears) {
    listener = hears;
  }

  /** Whether more calls can be made. */
  boolean isUsable() {
    return usable;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Ends the call that is going on, and with it all others, by any thread. */
  void cancel() {
    cancelled = true;
    if (!BreakableContext.interrupted(context, CANCEL_PATIENCE)) {
      context.close(true);
    }
  }

  /** A call that belongs to no item. What a function has to say it tells the host functions. */
  Value run(Value function, Object... arguments) throws PythonFailureException, HostLostException {
    return call(function, bounds.deadline().start(), arguments);
  }

  /** A call that may take so long. */
  Value call(Value function, Duration limit, Object... arguments)
      throws PythonFailureException, HostLostException {
    if (!usable) {
      throw new HostLostException(
          HostLostException.Cause.BROKEN, "the context was discarded after an error", "");
    }
    RuntimeException thrown = null;
    Value returned = null;
    boolean inTime = true;
    bounds.begin(limit);
    boolean waited = between.enter();
    try {
      failure = null;
      throwWhatEnded();
      if (!waited || mayGoOn(function)) {
        returned = function.execute(arguments);
      }
    } catch (PolyglotException | IllegalStateException e) {
      thrown = e;
    } finally {
      between.leave();
      exchange.clear();
      inTime = bounds.end();
    }
    if (!notices.isEmpty()) {
      tellNotices();
    }
    if (!inTime) {
      throw late(thrown, limit);
    } else if (thrown != null) {
      askForFailure(thrown);
      if (failure == null) {
        throw lost(thrown);
      }
    }
    FailureReport report = failure;
    if (report != null) {
      throw new PythonFailureException(report);
    }
    return Objects.requireNonNull(returned);
  }

  /** Whether a call that had to wait for a task of a node is not too late. */
  private boolean mayGoOn(Value function) throws HostLostException {
    if (!bounds.pause()) {
      return false;
    }
    bounds.resume();
    if (cancelled && !function.equals(entry.close())) {
      throw new HostLostException(
          HostLostException.Cause.CANCELLED, "the context was cancelled", output.text());
    }
    return true;
  }

  /** A task that was interrupted was so for the sake of a call, which tells it itself. */
  private void throwWhatEnded() throws HostLostException {
    RuntimeException ended = between.end();
    if (ended != null && !(ended instanceof PolyglotException e && e.isInterrupted())) {
      throw lost(ended);
    }
  }

  private Object onNotice(Value... flat) {
    if (FlatReader.read(flat, exchange) instanceof Map<?, ?> tree) {
      notices.add(Notice.of(tree));
    }
    return true;
  }

  private void tellNotices() {
    for (Notice notice = notices.poll(); notice != null; notice = notices.poll()) {
      listener.told(notice);
    }
  }

  /** Python cannot tell an exception of Java code that it called from an interrupt. */
  private void askForFailure(RuntimeException thrown) {
    if (thrown instanceof PolyglotException e && Losses.isOrdinary(e) && !cancelled) {
      try {
        entry.letThrough().executeVoid(fail);
      } catch (PolyglotException | IllegalStateException again) {
        failure = null; // the first exception is the one to tell
      }
    }
  }

  /** The context can still be asked for the node's state, unless it had to be closed. */
  private HostLostException late(@Nullable RuntimeException thrown, Duration limit) {
    usable = thrown == null || (thrown instanceof PolyglotException e && e.isInterrupted());
    String where = thrown instanceof PolyglotException e ? InterruptedFrames.text(e) : "";
    return HostLostException.late(limit, where);
  }

  private HostLostException lost(RuntimeException thrown) {
    if (!(thrown instanceof PolyglotException e)) {
      usable = false; // closed by another thread
      return new HostLostException(
          HostLostException.Cause.CANCELLED, "the context is closed: " + thrown.getMessage(), "");
    }
    usable = e.isInterrupted();
    cancelled = cancelled || usable;
    return Losses.of(e, entry.exit().status(), output.text());
  }

  private Object onFailure(Value... flat) {
    failure =
        FailureReport.of(FlatReader.read(flat, exchange) instanceof Map<?, ?> map ? map : Map.of());
    return true;
  }

  /** There will be no more calls. */
  @Override
  public void close() {
    usable = false;
    bounds.close();
    between.close();
    context.close(true);
  }
}
