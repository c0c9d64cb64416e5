package dev.graft.bench;

import dev.graft.python.cpython.CPythonBackend;
import dev.graft.python.graalpy.GraalPyBackend;
import dev.graft.python.host.HostKey;
import dev.graft.python.host.HostPool;
import dev.graft.python.host.PythonHost;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.plan.PipelinePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Started by {@link StartBench} in JVMs of its own: starts Python contexts, checks what each of
 * them emits, and prints a line for each sample, name and number.
 */
final class StartProbe {
  static final List<Integer> AT_ONCE = List.of(1, 4, 8);
  static final List<Integer> HEAP_AFTER = List.of(100, 500, 1000);

  private static final int WARMUPS = 30;
  private static final int ROUNDS = 15;
  private static final int LEASES = 200;
  private static final int BURSTS = 100;
  private static final long MOST_SECONDS = 60;
  private static final int MEBI = 1 << 20;

  private final Workplace workplace;
  private final BenchCase benchCase = BenchCases.of("simple");
  private final PipelinePlan plan;

  private StartProbe(Workplace workplace, BackendId backend) throws Exception {
    this.workplace = workplace;
    plan = workplace.plan(benchCase, backend);
  }

  /**
   * What to measure: {@code first}, {@code contexts} or {@code thousand}, {@code first-worker} or
   * {@code workers}.
   */
  public static void main(String[] arguments) throws Exception {
    try (Workplace workplace = Workplace.open()) {
      boolean workers = arguments[0].contains("worker");
      StartProbe probe = new StartProbe(workplace, workers ? BackendId.CPYTHON : BackendId.GRAALPY);
      switch (arguments[0]) {
        case "first" -> probe.first();
        case "contexts" -> probe.contexts();
        case "thousand" -> probe.thousand();
        case "first-worker" -> probe.firstWorker();
        case "workers" -> WorkerStarts.measure(workplace, StartProbe::print);
        default -> throw new IllegalArgumentException("there is no probe " + arguments[0]);
      }
    }
  }

  private void first() throws Exception {
    try (GraalPyBackend backend = new GraalPyBackend(PoolLimits.keeping(0))) {
      session(backend).close();
      print("result", 1);
    }
  }

  private void firstWorker() throws Exception {
    try (CPythonBackend backend = new CPythonBackend(workplace.settings())) {
      session(backend).close();
      print("result", 1);
    }
  }

  private void contexts() throws Exception {
    try (GraalPyBackend backend = new GraalPyBackend(PoolLimits.keeping(0))) {
      print("first", timed(() -> session(backend)));
      for (int i = 0; i < WARMUPS; i++) {
        print(i < 5 ? "early" : "warmup", timed(() -> session(backend)));
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (int count : AT_ONCE) {
          print("new-" + count, together(backend, count));
        }
      }
    }
    int processors = Runtime.getRuntime().availableProcessors();
    try (GraalPyBackend backend = new GraalPyBackend(PoolLimits.ahead(processors))) {
      session(backend).close();
      for (int i = 0; i < LEASES; i++) {
        print("pooled", timed(() -> session(backend)));
      }
      bursts(backend.pool(), PoolLimits.ahead(processors).ahead());
    }
  }

  /** A session with a node that was called; closing it is not timed. */
  private long timed(Callable<BackendSession> start) throws Exception {
    long begin = System.nanoTime();
    BackendSession session = start.call();
    long taken = System.nanoTime() - begin;
    session.close();
    return taken;
  }

  private BackendSession session(Backend backend) throws Exception {
    BackendSession session = backend.openSession();
    OpenNode node = new OpenNode(benchCase, workplace.open(plan, session), session::close);
    node.call();
    node.checkLast();
    return session;
  }

  private long together(GraalPyBackend backend, int count) throws Exception {
    List<Callable<BackendSession>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(() -> session(backend));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      long begin = System.nanoTime();
      List<Future<BackendSession>> all = threads.invokeAll(tasks);
      long taken = System.nanoTime() - begin;
      for (Future<BackendSession> each : all) {
        each.get().close();
      }
      return taken;
    }
  }

  /** As many at once as are kept ready; each host is ended, as one that ran somebody's code is. */
  private static void bursts(HostPool pool, int size) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
      for (int burst = 0; burst <= BURSTS; burst++) {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          tasks.add(() -> handOut(pool));
        }
        for (Future<Long> wait : threads.invokeAll(tasks)) {
          print(burst == 0 ? "learning" : "hand-out", wait.get()); // the first one teaches it
        }
        awaitIdle(pool, size);
      }
    }
  }

  private static long handOut(HostPool pool) throws Exception {
    long begin = System.nanoTime();
    PythonHost host = pool.lease(HostKey.PLAIN);
    long taken = System.nanoTime() - begin;
    host.close();
    pool.giveBack(host);
    return taken;
  }

  private static void awaitIdle(HostPool pool, int size) throws InterruptedException {
    long end = System.nanoTime() + MOST_SECONDS * 1_000_000_000;
    while (pool.status().idle() < size) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the pool was not filled: " + pool.status());
      }
      Thread.sleep(5);
    }
  }

  private void thousand() throws Exception {
    try (GraalPyBackend backend = new GraalPyBackend(PoolLimits.keeping(0))) {
      for (int i = 1; i <= HEAP_AFTER.getLast(); i++) {
        long taken = timed(() -> session(backend));
        if (HEAP_AFTER.contains(i)) {
          print("heap-" + i, usedHeap());
        }
        print("turn", taken);
      }
    }
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEBI;
  }

  private static void print(String name, long value) {
    System.out.println(name + " " + value);
  }
}
