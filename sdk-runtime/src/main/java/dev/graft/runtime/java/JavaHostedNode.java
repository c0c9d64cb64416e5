package dev.graft.runtime.java;

import dev.graft.descriptor.StateDescriptor;
import dev.graft.node.Emitter;
import dev.graft.registry.NodeInstance;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.PythonKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One open Java node: an object for each session key if its state is keyed, else one object. */
final class JavaHostedNode implements HostedNode {
  private final NodeOpening opening;
  private final NodeImplementation.JavaNode node;
  private final StateDescriptor.Scope scope;
  private final Map<@Nullable Object, NodeInstance> instances = new LinkedHashMap<>();

  /** The same, also by other keys that are one with theirs in Python. */
  private final Map<PythonKey, NodeInstance> byPythonKey = new HashMap<>();

  private final ServedBy servedBy;

  /**
   * Made when the node is opened, so that a node that cannot open fails then; taken by the first
   * key.
   */
  private @Nullable NodeInstance spare;

  private @Nullable NodeInstance only;

  private final Outlet outlet = new Outlet();

  JavaHostedNode(NodeOpening opening, NodeImplementation.JavaNode node) {
    this.opening = opening;
    this.node = node;
    this.scope = node.descriptor().contract().state().scope();
    this.servedBy =
        new ServedBy(BackendId.JAVA, JavaBackend.IMPLEMENTATION, "in-process", node.codeHash());
  }

  void openDefault() {
    spare = create();
    if (scope != StateDescriptor.Scope.KEYED) {
      instance(null);
    }
  }

  @Override
  public ServedBy servedBy() {
    return servedBy;
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    outlet.begin(out);
    for (Item item : batch) {
      if (!outlet.isOpen()) {
        break;
      }
      try {
        NodeInstance instance =
            scope == StateDescriptor.Scope.KEYED ? instance(SessionKeys.of(item)) : only();
        instance.process(item.value(), outlet);
      } catch (RuntimeException | StackOverflowError e) {
        outlet.end();
        throw JavaFailures.of(opening.nodeId(), Phase.STEP, OptionalLong.of(item.index()), e);
      }
    }
    outlet.end();
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    outlet.begin(out);
    List<NodeFailureException> failures = endSessions(outlet, outlet::isOpen);
    outlet.end();
    if (!failures.isEmpty()) {
      throw NodeFailureException.ofSessions(failures);
    }
  }

  /**
   * Ends all its objects, in the order of their first use.
   *
   * @param wanted whether anybody wants more
   * @return what failed
   */
  List<NodeFailureException> endSessions(Emitter<@Nullable Object> out, BooleanSupplier wanted) {
    List<NodeFailureException> failures = new ArrayList<>();
    instances.forEach(
        (key, instance) -> {
          try {
            if (wanted.getAsBoolean()) {
              instance.flush(out);
            }
          } catch (RuntimeException | StackOverflowError e) {
            failures.add(JavaFailures.atEnd(opening.nodeId(), key, e));
          }
        });
    return failures;
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    List<KeyedState> states = new ArrayList<>();
    if (scope == StateDescriptor.Scope.NONE) {
      return states;
    }
    try {
      instances.forEach((key, instance) -> states.add(new KeyedState(key, instance.snapshot())));
    } catch (RuntimeException e) {
      throw JavaFailures.of(opening.nodeId(), Phase.SNAPSHOT, e);
    }
    return states;
  }

  @Override
  public void restore(List<KeyedState> states) throws NodeFailureException {
    try {
      if (scope == StateDescriptor.Scope.KEYED) {
        closeAll();
      }
      for (KeyedState state : states) {
        instance(state.key()).restore(state.fields());
      }
    } catch (RuntimeException e) {
      throw JavaFailures.of(opening.nodeId(), Phase.RESTORE, e);
    }
  }

  @Override
  public void close() throws NodeFailureException {
    try {
      closeAll();
    } catch (RuntimeException e) {
      throw JavaFailures.of(opening.nodeId(), Phase.CLOSE, e);
    }
  }

  /** Its id in the manifest. */
  String id() {
    return opening.nodeId();
  }

  /** Whether somebody asks for the time of its own code alone. */
  boolean isMeasured() {
    return opening.measured();
  }

  /** The object that takes a value on which the pipeline put no key. */
  NodeInstance instanceFor(@Nullable Object value) {
    return scope == StateDescriptor.Scope.KEYED ? instance(SessionKeys.of(value)) : only();
  }

  /** The object of a node whose state is not by key. */
  private NodeInstance only() {
    NodeInstance known = only;
    if (known == null) {
      known = instance(null);
      only = known;
    }
    return known;
  }

  private NodeInstance instance(@Nullable Object key) {
    NodeInstance known = instances.get(key);
    if (known != null) {
      return known;
    }
    // The first key of several that are equal stays, as in a Python dict.
    PythonKey inPython = PythonKey.of(key);
    NodeInstance equal = byPythonKey.get(inPython);
    if (equal != null) {
      return equal;
    }
    NodeInstance fresh = spare == null ? create() : spare;
    spare = null;
    byPythonKey.put(inPython, fresh);
    instances.put(key, fresh);
    return fresh;
  }

  private NodeInstance create() {
    NodeInstance instance = node.factory().create(opening.params());
    instance.open(opening.context());
    return instance;
  }

  private void closeAll() {
    List<NodeInstance> all = new ArrayList<>(instances.values());
    instances.clear();
    byPythonKey.clear();
    only = null;
    if (spare != null) {
      all.add(spare);
      spare = null;
    }
    RuntimeException first = null;
    for (NodeInstance instance : all) {
      try {
        instance.close();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
