package dev.graft.python.graalpy;

import dev.graft.python.deadline.Watchdog;
import dev.graft.python.host.HostKey;
import dev.graft.python.host.HostPool;
import dev.graft.python.host.NativePackages;
import dev.graft.python.host.PythonHost;
import dev.graft.python.host.PythonSession;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.BackendStatus.Fact;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.permission.Grants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Language;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/** Hosts Python nodes in sandboxed contexts of this JVM. */
public final class GraalPyBackend implements Backend {
  private final HostPool pool;
  private final Watchdog watchdog = new Watchdog();
  private final Alarms alarms = new Alarms();
  private @Nullable Started started;
  private boolean closed;

  /** What all contexts have in common. */
  private record Started(Engine engine, Prelude prelude) {}

  /** A backend that has started nothing yet, and that starts contexts ahead of demand. */
  public GraalPyBackend() {
    this(PoolLimits.ahead(Runtime.getRuntime().availableProcessors()));
  }

  /** The same with other limits for its contexts. */
  public GraalPyBackend(PoolLimits contexts) {
    pool = new HostPool(key -> start(key.grants()), contexts);
  }

  @Override
  public BackendId id() {
    return BackendId.GRAALPY;
  }

  /** The hosts themselves, for what is not done in sessions. */
  public HostPool pool() {
    return pool;
  }

  @Override
  public String release() {
    return Bytecode.RELEASE;
  }

  @Override
  public Hosting hosts(NodeImplementation node) {
    if (!(node instanceof NodeImplementation.PythonNode)) {
      return new Hosting.Refused("not a Python node");
    }
    // Also those that a loader would spare the node: what it does all the same is for CPython.
    List<String> lacks = NativePackages.among(node.descriptor().implementation().allPackages());
    return lacks.isEmpty() ? new Hosting.Accepted() : new Hosting.Refused(reason(lacks));
  }

  private static String reason(List<String> lacks) {
    return lacks.equals(List.of("cloudpickle"))
        ? "cloudpickle pickles bytecode, which only CPython runs"
        : "missing: " + String.join(", ", lacks);
  }

  @Override
  public BackendSession openSession() {
    return PythonSession.inSandbox(BackendId.GRAALPY, pool);
  }

  @Override
  public BackendStatus status() {
    try {
      PythonHost host = pool.lease(HostKey.PLAIN);
      try {
        return new BackendStatus(BackendId.GRAALPY, true, host.implementation(), facts());
      } finally {
        pool.giveBack(host);
      }
    } catch (HostingRefusedException | RuntimeException e) {
      return new BackendStatus(
          BackendId.GRAALPY,
          false,
          String.valueOf(e.getMessage()),
          List.of(
              Fact.poor(
                  "engine",
                  "none",
                  "all org.graalvm jars must have the same version and be on the class path")));
    }
  }

  private List<Fact> facts() {
    Engine running = started().engine();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Engines.isOptimizing(running)
            ? Fact.good("optimizing runtime", "on (" + running.getImplementationName() + ")")
            : Fact.poor(
                "optimizing runtime",
                "off",
                "for long runs start Java with the compiler jar on --upgrade-module-path and with"
                    + " -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI; ./graft does that where speed counts"));
    Language python = running.getLanguages().get(Sandbox.PYTHON);
    if (python != null) {
      facts.add(Fact.good("Python", python.getVersion()));
    }
    facts.add(
        Fact.good(
            "sandbox",
            "no files, sockets, processes, threads, environment or Java classes unless granted"));
    facts.add(Fact.good("pool", pool.status().toString()));
    return facts;
  }

  private PythonContext start(Grants grants) throws HostingRefusedException {
    try {
      Started common = started();
      return PythonContext.start(
          new Sandbox(common.engine(), grants),
          common.prelude(),
          Engines.isOptimizing(common.engine()) ? "optimizing" : "Interpreted",
          watchdog,
          alarms);
    } catch (IOException | PolyglotException | IllegalArgumentException | LinkageError e) {
      throw new HostingRefusedException(
          BackendId.GRAALPY, "GraalPy cannot start: " + e.getMessage(), e);
    }
  }

  private synchronized Started started() {
    if (closed) {
      throw new IllegalStateException("the backend is closed");
    }
    if (started == null) {
      started = new Started(Engines.newEngine(), Prelude.load());
    }
    return started;
  }

  @Override
  public void close() {
    pool.close();
    watchdog.close();
    alarms.close();
    synchronized (this) {
      closed = true;
      if (started != null) {
        started.engine().close(true);
      }
    }
  }
}
