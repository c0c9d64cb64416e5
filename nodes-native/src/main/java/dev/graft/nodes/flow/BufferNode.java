package dev.graft.nodes.flow;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects items into lists of a fixed size. */
@Node(
    id = "buffer",
    version = "1.0",
    summary = "Collects items into lists of a fixed size.",
    category = "flow",
    effects = Node.Effects.NONE)
@Example(
    title = "The rest comes at the end.",
    params = "{\"size\": 2}",
    items = {"1", "\"b\"", "3.5"},
    outputs = {"[1, \"b\"]", "[3.5]"})
public final class BufferNode implements Transform<@Nullable Object, List<@Nullable Object>> {
  private final int size;
  @State private List<@Nullable Object> items = new ArrayList<>();

  /** A node. */
  public BufferNode(Params params) {
    // No list in Java is longer than an int says, so a larger size is one that is never reached.
    size = params.size().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super List<@Nullable Object>> out) {
    items.add(item);
    if (items.size() >= size) {
      flush(out);
    }
  }

  @Override
  public void flush(Emitter<? super List<@Nullable Object>> out) {
    if (!items.isEmpty()) {
      List<@Nullable Object> full = items;
      items = new ArrayList<>();
      out.emit(full);
    }
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "How many items make one list.", defaultValue = "10", min = "1")
          BigInteger size) {}
}
