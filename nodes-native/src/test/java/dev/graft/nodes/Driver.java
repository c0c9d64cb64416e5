package dev.graft.nodes;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drives one node and keeps what it emits. */
public final class Driver {
  private final NodeInstance instance;
  private final List<@Nullable Object> outputs = new ArrayList<>();

  /** A driver of a new instance. */
  public Driver(NodeFactory factory, Map<String, ? extends @Nullable Object> params) {
    instance = factory.create(params);
  }

  /** Gives one item and returns what came out. */
  public List<@Nullable Object> process(@Nullable Object item) {
    outputs.clear();
    instance.process(item, this::take);
    return new ArrayList<>(outputs);
  }

  /** Gives an item of which exactly one output is expected. */
  public @Nullable Object one(@Nullable Object item) {
    List<@Nullable Object> all = process(item);
    if (all.size() != 1) {
      throw new AssertionError("expected one output, got " + all);
    }
    return all.get(0);
  }

  /** Gives an item that is refused, and returns the kind of error. */
  public ErrorKind refusal(@Nullable Object item) {
    try {
      process(item);
    } catch (NodeException e) {
      return e.kind();
    } catch (ValueException e) {
      return e.kind();
    }
    throw new AssertionError("was accepted: " + item);
  }

  /** Ends the input and returns what came out. */
  public List<@Nullable Object> flush() {
    outputs.clear();
    instance.flush(this::take);
    return new ArrayList<>(outputs);
  }

  /** The instance itself. */
  public NodeInstance instance() {
    return instance;
  }

  private boolean take(@Nullable Object item) {
    outputs.add(item);
    return true;
  }
}
