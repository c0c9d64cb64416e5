package dev.graft.python.host;

import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.python.deadline.Deadline;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.NodeListener;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.environment.Requirement;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.ValueException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The Python nodes of one run. Nodes that have a host to themselves may be used by a thread each.
 */
public final class PythonSession implements BackendSession {
  private final BackendId backend;
  private final HostPool pool;
  private final boolean sandboxed;
  private final List<PythonHostedNode> nodes = new CopyOnWriteArrayList<>();

  /** The hosts that nodes of equal rights share: nodes of other rights are never in the same. */
  private final Map<HostKey, PythonHost> shared = new ConcurrentHashMap<>();

  /** These, and those that were lost. */
  private final Set<PythonHost> sharedHosts = ConcurrentHashMap.newKeySet();

  /** All that the session has, for whoever cancels it from another thread. */
  private final Set<PythonHost> leased = ConcurrentHashMap.newKeySet();

  /** Who hears of the nodes, by their ids. */
  private final Map<String, NodeListener> listeners = new ConcurrentHashMap<>();

  private final Object handing = new Object();
  private volatile boolean cancelled;

  private PythonSession(BackendId backend, HostPool pool, boolean sandboxed) {
    this.backend = backend;
    this.pool = pool;
    this.sandboxed = sandboxed;
  }

  /** A session whose nodes share one host for each set of grants; it has none yet. */
  public static PythonSession inSandbox(BackendId backend, HostPool pool) {
    return new PythonSession(backend, pool, true);
  }

  /**
   * A session whose nodes have a host each, which can do whatever its user can; it has none yet.
   */
  public static PythonSession inWorkers(BackendId backend, HostPool pool) {
    return new PythonSession(backend, pool, false);
  }

  @Override
  public HostedNode open(NodeOpening opening) throws NodeFailureException, HostingRefusedException {
    if (!(opening.node() instanceof NodeImplementation.PythonNode node)) {
      throw new HostingRefusedException(backend, "not a Python node");
    }
    listeners.put(opening.nodeId(), opening.listener());
    Seat.Finder finder =
        old -> {
          leave(old);
          return seat(opening, node);
        };
    PythonHostedNode hosted =
        new PythonHostedNode(
            opening.nodeId(), keepsState(node), seat(opening, node), finder, this::left);
    nodes.add(hosted);
    return hosted;
  }

  private Seat seat(NodeOpening opening, NodeImplementation.PythonNode node)
      throws NodeFailureException, HostingRefusedException {
    HostKey key =
        sandboxed
            ? HostKey.of(opening.grants().inSandbox())
            : HostKey.ofWorker(node, opening.environment(), opening.limits());
    PythonHost host = host(key, opening.apart());
    Phase phase = Phase.LOAD;
    try {
      host.limit(opening.deadline().map(Deadline::of));
      PythonHost.NodeSpec spec = spec(opening, node);
      host.load(node.unit(), required(opening, node));
      phase = Phase.OPEN;
      long handle = host.open(spec);
      return new Seat(host, handle, servedBy(host, node, opening.environment()));
    } catch (PythonFailureException e) {
      release(host);
      FailureReport report = e.report();
      if (report.isRefusal()) {
        String where = opening.environment().map(each -> "; it runs in " + each).orElse("");
        throw new HostingRefusedException(backend, report.message() + where, e);
      }
      throw report.of(opening.nodeId());
    } catch (HostLostException e) {
      release(host);
      shared.remove(key, host); // the next node gets a sound one
      if (e.isRefusal()) {
        throw new HostingRefusedException(backend, String.valueOf(e.getMessage()), e);
      }
      throw new NodeFailureException(e.failure(opening.nodeId(), phase, OptionalLong.empty()), e);
    }
  }

  private static List<Requirement> required(
      NodeOpening opening, NodeImplementation.PythonNode node) {
    return node.descriptor().implementation().packagesFor(opening.params()).stream()
        .map(Requirement::of)
        .toList();
  }

  @Override
  public Optional<HostedChain> join(List<HostedNode> joined) {
    List<PythonHostedNode> members = nodes.stream().filter(joined::contains).toList();
    if (members.size() != joined.size()
        || members.stream().map(PythonHostedNode::host).distinct().count() != 1) {
      return Optional.empty();
    }
    List<Long> handles = members.stream().map(PythonHostedNode::handle).toList();
    List<String> nodeIds = members.stream().map(PythonHostedNode::nodeId).toList();
    try {
      return members
          .getFirst()
          .host()
          .join(handles)
          .map(chain -> new PythonHostedChain(nodeIds, chain));
    } catch (PythonFailureException | HostLostException e) {
      return Optional.empty(); // the first item will tell what is wrong with the host
    }
  }

  private PythonHost host(HostKey key, boolean apart) throws HostingRefusedException {
    if (!sandboxed || apart) {
      return lease(key);
    }
    PythonHost known = shared.get(key);
    if (known != null) {
      return known;
    }
    PythonHost host = lease(key);
    shared.put(key, host);
    sharedHosts.add(host);
    return host;
  }

  private PythonHost lease(HostKey key) throws HostingRefusedException {
    PythonHost host = sandboxed ? pool.lease(key) : new Lease(pool, key).await(this::isCancelled);
    leased.add(host);
    host.listen(this::told);
    if (cancelled) {
      host.cancel(); // whoever cancelled may not have seen it
    }
    return host;
  }

  private void told(Notice notice) {
    listeners
        .getOrDefault(notice.nodeId(), NodeListener.NONE)
        .warned(notice.text(), notice.traceback());
  }

  private boolean isCancelled() {
    return cancelled;
  }

  /** A host of a single node goes back when its node is no more; a shared one with the session. */
  private void release(PythonHost host) {
    if (!sharedHosts.contains(host)) {
      giveBack(host);
    }
  }

  /** In a long session nodes come and go; each that went would keep a process of its own. */
  private void left(PythonHostedNode node) {
    nodes.remove(node);
    release(node.host());
  }

  private void giveBack(PythonHost host) {
    synchronized (handing) { // what is cancelled meanwhile must not be somebody else's already
      leased.remove(host);
    }
    host.limit(Optional.empty());
    host.listen(Notice.Listener.NONE);
    pool.giveBack(host);
  }

  /** Gives up a place whose host was interrupted. The node still gets its cleanup. */
  private void leave(Seat seat) {
    try {
      seat.host().closeNode(seat.handle());
    } catch (PythonFailureException | HostLostException e) {
      // What the interrupt left half done may well be what the cleanup stumbles over.
    }
    release(seat.host());
  }

  /** A class without a decorator may keep state in any attribute. */
  private static boolean keepsState(NodeImplementation.PythonNode node) {
    NodeDescriptor descriptor = node.descriptor();
    return !descriptor.implementation().strict()
        || descriptor.contract().state().scope() != StateDescriptor.Scope.NONE;
  }

  private static PythonHost.NodeSpec spec(NodeOpening opening, NodeImplementation.PythonNode node)
      throws PythonFailureException {
    Map<String, @Nullable Object> params;
    try {
      params = PortableFields.of(opening.params());
    } catch (ValueException e) {
      throw PythonFailureException.refused(Phase.OPEN, OptionalLong.empty(), e.in("params"));
    }
    NodeDescriptor descriptor = node.descriptor();
    return new PythonHost.NodeSpec(
        node.unit().module(),
        descriptor.implementation().symbol(),
        opening.nodeId(),
        params,
        descriptor.contract().state().scope() == StateDescriptor.Scope.KEYED,
        descriptor.implementation().strict(),
        emits(descriptor),
        opening.streaming(),
        fixedTime(opening.context().clock()),
        opening.measured());
  }

  /** What a clock shows that is not the machine's; Python looks at that by itself. */
  private static OptionalLong fixedTime(Clock clock) {
    return clock.withZone(ZoneOffset.UTC).equals(Clock.systemUTC())
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
  }

  private static ValueType emits(NodeDescriptor descriptor) {
    List<PortDescriptor> outputs = descriptor.contract().outputs();
    return outputs.size() == 1 ? outputs.getFirst().type() : ValueType.Scalar.ANY;
  }

  private ServedBy servedBy(
      PythonHost host,
      NodeImplementation.PythonNode node,
      Optional<PythonEnvironment> environment) {
    String implementation =
        host.implementation()
            + environment.map(each -> " in " + EnvironmentText.of(each, node)).orElse("");
    return new ServedBy(backend, implementation, host.process(), node.unit().hash());
  }

  @Override
  public void cancel() {
    cancelled = true;
    synchronized (handing) {
      cancelLeased();
    }
  }

  private void cancelLeased() {
    List<Thread> threads =
        leased.stream().map(host -> Thread.ofVirtual().start(host::cancel)).toList();
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // the others are cancelled all the same
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    for (PythonHostedNode node : List.copyOf(nodes)) {
      try {
        node.close();
      } catch (NodeFailureException e) {
        // Whoever wants to know closes the node itself.
      }
    }
    sharedHosts.forEach(this::giveBack);
    sharedHosts.clear();
    shared.clear();
  }
}
