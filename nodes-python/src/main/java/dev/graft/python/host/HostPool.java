package dev.graft.python.host;

import dev.graft.python.pool.Discard;
import dev.graft.python.pool.Forecast;
import dev.graft.python.pool.Ledger;
import dev.graft.python.pool.PoolLimits;
import dev.graft.python.pool.PoolStatus;
import dev.graft.runtime.backend.HostingRefusedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of one backend. Starting one is the most costly thing that a backend does, so those
 * that ran nothing but Graft's own nodes are kept for the next session, and where the limits allow
 * it some are started before they are asked for. A host that ran somebody's own code is ended
 * instead: what such code left behind must not be seen by anybody else.
 *
 * <p>Hosts are started ahead by a thread that lives only as long as there is something to start,
 * and that does not keep the JVM alive.
 */
public final class HostPool implements AutoCloseable {
  /** For so long the thread waits for more demand. */
  private static final Duration LINGER = Duration.ofMinutes(1);

  /** A burst is handed out first: starting a host takes a processor that its users want. */
  private static final Duration SETTLE = Duration.ofMillis(5);

  /** A forecast is made for so many kinds of hosts at most. */
  static final int MANY_KINDS = 64;

  private final Starter starter;
  private final PoolLimits limits;

  /** The one that was given back last comes first. */
  private final Deque<Held> idle = new ArrayDeque<>();

  private final Map<PythonHost, Held> leased = new LinkedHashMap<>();
  private final Map<HostKey, Forecast> forecasts = new HashMap<>();
  private final Ledger ledger = new Ledger();
  private @Nullable Thread filler;
  private boolean closed;

  /** Starts a host. */
  @FunctionalInterface
  public interface Starter {
    /** A new host of that kind. */
    PythonHost start(HostKey key) throws HostingRefusedException;
  }

  /** A host, what it is good for, and how often it was handed out. */
  private record Held(HostKey key, PythonHost host, int leases) {
    Held again() {
      return new Held(key, host, leases + 1);
    }
  }

  /** A pool that has started nothing yet. */
  public HostPool(Starter starter, PoolLimits limits) {
    this.starter = starter;
    this.limits = limits;
  }

  /** A host for one user, an idle one if there is one. */
  public PythonHost lease(HostKey key) throws HostingRefusedException {
    long asked = System.nanoTime();
    Held held = takeIdle(key);
    if (held == null) {
      held = new Held(key, start(key), 0); // outside the lock: it takes long
    }
    synchronized (this) {
      if (!closed) {
        leased.put(held.host(), held.again());
        forecast(key).asked(asked);
        ledger.leased(System.nanoTime() - asked);
        fillIfWanted(key);
        return held.host();
      }
    }
    held.host().close();
    throw new IllegalStateException("the backend is closed");
  }

  /** Takes a host back. */
  public void giveBack(PythonHost host) {
    List<PythonHost> ended = new ArrayList<>();
    synchronized (this) {
      Held held = leased.remove(host);
      ledger.interrupted(held == null ? 0 : host.interrupts());
      if (held == null || closed) {
        ended.add(host);
      } else {
        Optional<Discard> reason = reasonToEnd(held);
        if (reason.isPresent()) {
          ledger.discarded(reason.orElseThrow());
          ended.add(host);
          fillIfWanted(held.key());
        } else {
          idle.addFirst(held);
          trim(ended);
        }
      }
    }
    ended.forEach(PythonHost::close);
  }

  /** For how many kinds of hosts it makes a forecast. */
  synchronized int kinds() {
    return forecasts.size();
  }

  /** What it has and did. */
  public synchronized PoolStatus status() {
    long interrupts = leased.keySet().stream().mapToLong(PythonHost::interrupts).sum();
    return ledger.status(limits, idle.size(), leased.size(), interrupts);
  }

  private Optional<Discard> reasonToEnd(Held held) {
    return switch (held.host().condition()) {
      case LOST -> Optional.of(Discard.LOST);
      case INTERRUPTED -> Optional.of(Discard.INTERRUPTED);
      case CANCELLED -> Optional.of(Discard.CANCELLED);
      case USED -> Optional.of(Discard.USED);
      case CLEAN -> held.leases() >= limits.leases() ? Optional.of(Discard.WORN) : Optional.empty();
    };
  }

  private void trim(List<PythonHost> ended) {
    while (idle.size() > limits.idle()) {
      ledger.discarded(Discard.SURPLUS);
      ended.add(idle.removeLast().host());
    }
  }

  private @Nullable Held takeIdle(HostKey key) {
    List<PythonHost> ended = new ArrayList<>();
    try {
      return takeIdle(key, ended);
    } finally {
      ended.forEach(PythonHost::close);
    }
  }

  private synchronized @Nullable Held takeIdle(HostKey key, List<PythonHost> ended) {
    for (Iterator<Held> each = idle.iterator(); each.hasNext(); ) {
      Held held = each.next();
      if (held.key().equals(key)) {
        each.remove();
        if (held.host().condition() == PythonHost.Condition.CLEAN) {
          return held;
        }
        ledger.discarded(Discard.LOST); // it died while it lay here
        ended.add(held.host());
      }
    }
    return null;
  }

  private PythonHost start(HostKey key) throws HostingRefusedException {
    long begin = System.nanoTime();
    PythonHost host = starter.start(key);
    synchronized (this) {
      forecast(key).started(System.nanoTime() - begin);
      ledger.created();
    }
    return host;
  }

  private Forecast forecast(HostKey key) {
    if (forecasts.size() >= MANY_KINDS && !forecasts.containsKey(key)) {
      forgetKinds();
    }
    return forecasts.computeIfAbsent(key, k -> new Forecast());
  }

  /** Grants make kinds without end; those that nobody asked for of late go first, then the rest. */
  private void forgetKinds() {
    long now = System.nanoTime();
    forecasts.values().removeIf(each -> each.isForgotten(now));
    if (forecasts.size() >= MANY_KINDS) {
      forecasts.clear();
    }
  }

  private synchronized void fillIfWanted(HostKey key) {
    if (limits.ahead() == 0 || !forecast(key).isDemand()) {
      return;
    }
    if (filler == null) {
      filler = Thread.ofPlatform().daemon().name("graft-pool").start(this::fill);
    } else {
      notifyAll();
    }
  }

  private void fill() {
    try {
      for (HostKey key = awaitDemand(); key != null; key = awaitDemand()) {
        Thread.sleep(SETTLE);
        addAhead(key);
      }
    } catch (HostingRefusedException | RuntimeException e) {
      countFailure(); // whoever leases next is told what is wrong, by the same attempt
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // somebody wants this thread to end, and it does
    } finally {
      forgetFiller();
    }
  }

  private void addAhead(HostKey key) throws HostingRefusedException {
    long begin = System.nanoTime();
    PythonHost host = starter.start(key);
    List<PythonHost> ended = new ArrayList<>();
    synchronized (this) {
      forecast(key).started(System.nanoTime() - begin);
      ledger.createdAhead();
      if (closed) {
        ended.add(host);
      } else {
        idle.addLast(new Held(key, host, 0)); // what was used before is faster
        trim(ended);
      }
    }
    ended.forEach(PythonHost::close);
  }

  /**
   * The kind that is wanted next; none if there was no demand for a while, or the pool is closed.
   */
  private synchronized @Nullable HostKey awaitDemand() throws InterruptedException {
    long end = System.nanoTime() + LINGER.toNanos();
    long left = LINGER.toMillis();
    while (!closed && left > 0) {
      HostKey key = keyToFill();
      if (key != null) {
        return key;
      }
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    filler = null; // under the same lock: whoever comes from now on starts another one
    return null;
  }

  private synchronized void countFailure() {
    ledger.failed();
  }

  private synchronized void forgetFiller() {
    if (filler == Thread.currentThread()) {
      filler = null;
    }
  }

  private @Nullable HostKey keyToFill() {
    long now = System.nanoTime();
    if (idle.size() >= limits.idle() && forecast(idle.getLast().key()).wanted(now) > 0) {
      return null; // full of what is wanted: kinds of hosts must not drive each other out
    }
    for (Map.Entry<HostKey, Forecast> each : forecasts.entrySet()) {
      if (ready(each.getKey()) < Math.min(limits.ahead(), each.getValue().wanted(now))) {
        return each.getKey();
      }
    }
    return null;
  }

  /** Those that are idle, and those that will be: a clean host comes back. */
  private long ready(HostKey key) {
    return Stream.concat(idle.stream(), leased.values().stream())
        .filter(held -> held.key().equals(key))
        .filter(held -> held.host().condition() == PythonHost.Condition.CLEAN)
        .count();
  }

  @Override
  public void close() {
    List<PythonHost> all = new ArrayList<>();
    synchronized (this) {
      closed = true;
      notifyAll();
      idle.forEach(held -> all.add(held.host()));
      all.addAll(leased.keySet());
      idle.clear();
      leased.clear();
    }
    all.forEach(PythonHost::close);
  }
}
