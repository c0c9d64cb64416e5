package dev.graft.python.cpython;

import dev.graft.descriptor.Implementation;
import dev.graft.python.deadline.Watchdog;
import dev.graft.python.host.HostKey;
import dev.graft.python.host.HostPool;
import dev.graft.python.host.NativePackages;
import dev.graft.python.host.PythonHost;
import dev.graft.python.host.PythonSession;
import dev.graft.python.memory.SharedArrays;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.BackendStatus.Fact;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.environment.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hosts Python nodes in CPython worker processes. */
public final class CPythonBackend implements Backend {
  private static final int IDLE_WORKERS = 4;
  private static final Duration HELLO_TIMEOUT = Duration.ofSeconds(30);

  private final BackendSettings settings;
  private final long arrayBudget;
  private final boolean forks;
  private final HostPool pool;
  private final Duration serversIdle;
  private final Watchdog watchdog = new Watchdog();
  private @Nullable WorkerLauncher launcher;

  /** What the usual interpreter has, once a worker has told. */
  private volatile @Nullable Map<String, String> packages;

  /** A backend that has started nothing yet. */
  public CPythonBackend(BackendSettings settings) {
    this(settings, SharedArrays.DEFAULT_BUDGET);
  }

  /**
   * The same with another budget for arrays that cross by reference.
   *
   * @param arrayBudget the most bytes that this JVM shares, and the most that each worker does; 0
   *     if all arrays are to cross in messages
   */
  public CPythonBackend(BackendSettings settings, long arrayBudget) {
    this(settings, arrayBudget, PoolLimits.keeping(IDLE_WORKERS));
  }

  /**
   * The same with other limits for its workers, for example to start some ahead of demand.
   *
   * @param arrayBudget as above
   */
  public CPythonBackend(BackendSettings settings, long arrayBudget, PoolLimits workers) {
    this(settings, arrayBudget, workers, true);
  }

  /**
   * The same, for those who want to know what happens without a fork server.
   *
   * @param forks whether workers are forked where that is possible
   */
  public CPythonBackend(
      BackendSettings settings, long arrayBudget, PoolLimits workers, boolean forks) {
    this(settings, arrayBudget, workers, forks, ForkServers.IDLE);
  }

  /**
   * The same, for those who do not want to wait until a server has nothing to do any more.
   *
   * @param serversIdle how long the fork server of an environment is kept though nobody needs it
   */
  CPythonBackend(
      BackendSettings settings,
      long arrayBudget,
      PoolLimits workers,
      boolean forks,
      Duration serversIdle) {
    this.settings = settings;
    this.arrayBudget = arrayBudget;
    this.forks = forks;
    this.serversIdle = serversIdle;
    pool = new HostPool(this::start, workers);
  }

  @Override
  public BackendId id() {
    return BackendId.CPYTHON;
  }

  /** The hosts themselves, for what is not done in sessions. */
  public HostPool pool() {
    return pool;
  }

  /** The memory that the workers share, for Java code that makes arrays for them. */
  public SharedArrays arrays() throws HostingRefusedException {
    return launcher().arrays();
  }

  @Override
  public Hosting hosts(NodeImplementation node) {
    if (!(node instanceof NodeImplementation.PythonNode)) {
      return new Hosting.Refused("not a Python node");
    }
    Implementation implementation = node.descriptor().implementation();
    Map<String, String> known = packages;
    // Where parameters decide what is needed the worker looks, and tells all that is missing.
    if (known == null || !implementation.packagesUnless().isEmpty()) {
      return new Hosting.Accepted();
    }
    List<String> lacks =
        NativePackages.among(implementation.packages()).stream()
            .filter(name -> !known.containsKey(Requirement.of(name).module()))
            .toList();
    return lacks.isEmpty()
        ? new Hosting.Accepted()
        : new Hosting.Refused("missing: " + String.join(", ", lacks));
  }

  @Override
  public BackendSession openSession() throws HostingRefusedException {
    launcher(); // refuses early what is wrong for all nodes; which Python one needs it says itself
    return PythonSession.inWorkers(BackendId.CPYTHON, pool);
  }

  @Override
  public String release() {
    return settings.interpreter().map(Path::toString).orElse("bundled");
  }

  @Override
  public BackendStatus status() {
    try {
      PythonHost host = pool.lease(HostKey.PLAIN);
      try {
        return new BackendStatus(BackendId.CPYTHON, true, host.implementation(), facts(launcher()));
      } finally {
        pool.giveBack(host);
      }
    } catch (HostingRefusedException | RuntimeException e) {
      Fact advice =
          Fact.poor(
              "interpreter",
              "none",
              "add graft-python-bundle to the class path, or name a CPython 3.9 or later");
      return new BackendStatus(
          BackendId.CPYTHON, false, String.valueOf(e.getMessage()), List.of(advice));
    }
  }

  private List<Fact> facts(WorkerLauncher workers) throws HostingRefusedException {
    Interpreter interpreter = workers.interpreters().usual();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.good("executable", interpreter.executable().toString()));
    facts.add(
        interpreter.bundled()
            ? Fact.good("origin", interpreter.origin())
            : Fact.poor(
                "origin",
                interpreter.origin(),
                "results are the same on every machine only with the bundled CPython"));
    Map<String, String> found = Optional.ofNullable(packages).orElse(Map.of());
    String numpy = found.get("numpy");
    facts.add(
        numpy != null
            ? Fact.good("numpy", numpy)
            : Fact.poor(
                "numpy",
                "none",
                "nodes that import numpy are refused; use the bundled CPython or install numpy"));
    String others =
        found.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("numpy"))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      facts.add(Fact.good("packages", others));
    }
    facts.add(Fact.good("sandbox", "none: a worker may do what its user may do"));
    facts.add(Fact.good("pool", pool.status().toString()));
    facts.add(startFact(workers.forkServers()));
    return facts;
  }

  private static Fact startFact(Optional<ForkServers> servers) {
    Optional<String> reason =
        servers.map(ForkServers::reasonForDirectStart).orElse(Optional.of("it was chosen"));
    return reason
        .map(
            why ->
                Fact.poor(
                    "start",
                    "direct: " + why,
                    "a worker takes some hundred milliseconds to start, not some"))
        .orElseGet(
            () ->
                Fact.good(
                    "start",
                    "forked by a server (%s)"
                        .formatted(
                            servers.map(each -> String.join("; ", each.running())).orElse(""))));
  }

  private Worker start(HostKey key) throws HostingRefusedException {
    Worker worker = launcher().start(key);
    if (key.environment().isEmpty()) {
      packages = worker.hello().packages();
    }
    return worker;
  }

  private synchronized WorkerLauncher launcher() throws HostingRefusedException {
    if (launcher == null) {
      WorkerSources sources = unpack();
      Interpreters interpreters = new Interpreters(settings, sources.folder());
      launcher =
          new WorkerLauncher(
              interpreters,
              sources.folder(),
              sources.hashes(),
              share(),
              HELLO_TIMEOUT,
              watchdog,
              new StoppedWorkers(),
              forks
                  ? Optional.of(
                      new ForkServers(interpreters, sources.folder(), HELLO_TIMEOUT, serversIdle))
                  : Optional.empty());
    }
    return launcher;
  }

  private SharedArrays share() throws HostingRefusedException {
    try {
      return SharedArrays.open(arrayBudget);
    } catch (IOException e) {
      throw new HostingRefusedException(
          BackendId.CPYTHON, "no directory for shared memory can be made: " + e, e);
    }
  }

  private WorkerSources unpack() throws HostingRefusedException {
    try {
      return WorkerSources.in(settings.cache());
    } catch (IOException e) {
      throw new HostingRefusedException(
          BackendId.CPYTHON, "the cache " + settings.cache() + " cannot be written: " + e, e);
    }
  }

  @Override
  public void endProcesses() {
    close();
  }

  @Override
  public void close() {
    pool.close();
    watchdog.close();
    WorkerLauncher used = launched();
    if (used != null) {
      used.close();
    }
  }

  private synchronized @Nullable WorkerLauncher launched() {
    return launcher;
  }
}
