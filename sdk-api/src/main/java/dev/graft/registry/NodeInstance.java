package dev.graft.registry;

import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One node object behind its generated codecs: portable values in, portable values out. It is used
 * by one thread at a time.
 */
public interface NodeInstance extends AutoCloseable {
  /** Opens the node. */
  void open(NodeContext context);

  /**
   * Takes one portable value.
   *
   * @throws dev.graft.value.ValueException if the value, or an output, is not of the declared type
   */
  void process(@Nullable Object item, Emitter<@Nullable Object> out);

  /** Ends the input; for a source, runs it. */
  void flush(Emitter<@Nullable Object> out);

  /** The state as portable values, by the names of its fields. */
  Map<String, @Nullable Object> snapshot();

  /**
   * Replaces the state.
   *
   * @throws dev.graft.value.ValueException if a field is missing or not of its type
   */
  void restore(Map<String, ? extends @Nullable Object> state);

  /** Closes the node. */
  @Override
  void close();
}
