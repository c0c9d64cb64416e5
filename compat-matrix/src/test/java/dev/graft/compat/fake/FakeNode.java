package dev.graft.compat.fake;

import dev.graft.node.Emitter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a node does with the items of one session. */
public interface FakeNode {
  void process(@Nullable Object item, Emitter<@Nullable Object> out);

  default void flush(Emitter<@Nullable Object> out) {}

  default Map<String, @Nullable Object> snapshot() {
    return Map.of();
  }

  default void restore(Map<String, @Nullable Object> state) {}

  /** Makes a node of its parameters. */
  interface Maker {
    FakeNode make(Map<String, @Nullable Object> params);
  }
}
