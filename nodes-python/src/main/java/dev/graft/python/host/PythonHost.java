package dev.graft.python.host;

import dev.graft.descriptor.ValueType;
import dev.graft.node.Emitter;
import dev.graft.python.deadline.Deadline;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.environment.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One Python interpreter with Graft's host in it. Used by one thread at a time, but for cancel and
 * close. After a {@link HostLostException} only close is of use.
 */
public interface PythonHost extends AutoCloseable {
  /** Name and version, as the interpreter itself says. */
  String implementation();

  /** {@code in-process}, or the worker's process id. */
  String process();

  /** Whether it can be used by somebody else. */
  Condition condition();

  /**
   * Bounds each call from now on, or no longer. A call that takes longer is interrupted. If its
   * host is of no further use it ends with a {@link HostLostException}, after which a host that is
   * {@link Condition#INTERRUPTED} may still tell its state and clean up.
   */
  void limit(Optional<Deadline> deadline);

  /** How many calls were interrupted because they took too long. */
  long interrupts();

  /**
   * Ends the call of another thread if there is one, within a fraction of a second; then nothing
   * but cleaning up and closing is of use. May be called by any thread.
   */
  void cancel();

  /** Who hears from now on what the host tells of its nodes besides results. */
  void listen(Notice.Listener listener);

  /**
   * Compiles and runs the module of a source text, once.
   *
   * @param packages what must be there, or the node is refused before its file runs
   */
  void load(PythonUnit unit, List<Requirement> packages)
      throws PythonFailureException, HostLostException;

  /** What a source text describes, as the protocol has it. */
  List<?> describe(PythonUnit unit) throws PythonFailureException, HostLostException;

  /** The syntax tree of a source text: one item, as the protocol has it. */
  List<?> syntax(PythonUnit unit) throws PythonFailureException, HostLostException;

  /** Constructs and initializes a node; its handle. */
  long open(NodeSpec spec) throws PythonFailureException, HostLostException;

  /** Takes items in order. */
  void process(long handle, List<Item> batch, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException;

  /** Ends the input. */
  void flush(long handle, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException;

  /** Joins open nodes, if this host can hand values on from one to the other. */
  default Optional<PythonChain> join(List<Long> handles)
      throws PythonFailureException, HostLostException {
    return Optional.empty();
  }

  /** How long a node's own code ran, if the node was opened to be measured. */
  Optional<Duration> ownTime(long handle) throws PythonFailureException, HostLostException;

  /** The state by key. */
  List<KeyedState> snapshot(long handle) throws PythonFailureException, HostLostException;

  /** Sets the state. */
  void restore(long handle, List<KeyedState> states)
      throws PythonFailureException, HostLostException;

  /** Cleans up one node. */
  void closeNode(long handle) throws PythonFailureException, HostLostException;

  /** Ends the interpreter, also in the middle of a call of another thread. Idempotent. */
  @Override
  void close();

  /** What became of a host. */
  enum Condition {
    /** It ran nothing but Graft's own code. */
    CLEAN,
    /** It ran somebody's own code. */
    USED,
    /** A call in it was interrupted because it took too long: what it left half done stays so. */
    INTERRUPTED,
    /** It was cancelled. */
    CANCELLED,
    /** It died, or met an internal error. */
    LOST
  }

  /**
   * What {@link #open} needs to know.
   *
   * @param module the module of a unit that was loaded
   * @param symbol the class
   * @param nodeId the id in the manifest
   * @param params parameters by name
   * @param keyed whether each session key has its own object
   * @param strict whether the class declared its parameters
   * @param emits what the class says its outputs are
   * @param streaming what the manifest says about how it takes its items
   * @param measured whether it is to know how long its own code ran
   */
  record NodeSpec(
      String module,
      String symbol,
      String nodeId,
      Map<String, @Nullable Object> params,
      boolean keyed,
      boolean strict,
      ValueType emits,
      Optional<Streaming> streaming,
      OptionalLong clockMicros,
      boolean measured) {}
}
