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

/** Collects items into batches that say their size; the end emits the rest. */
@Node(
    id = "batcher",
    version = "1.0",
    summary = "Collects items into batches that say their size.",
    category = "flow",
    effects = Node.Effects.NONE)
@Example(
    title = "The rest comes at the end.",
    params = "{\"batch_size\": 2}",
    items = {"1", "\"b\"", "3.5"},
    outputs = {"{\"batch\": [1, \"b\"], \"size\": 2}", "{\"batch\": [3.5], \"size\": 1}"})
public final class BatcherNode implements Transform<@Nullable Object, BatcherNode.Batch> {
  private final int size;
  @State private List<@Nullable Object> items = new ArrayList<>();

  /** A node. */
  public BatcherNode(Params params) {
    // No list in Java is longer than an int says, so a larger size is one that is never reached.
    size = params.batchSize().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Batch> out) {
    items.add(item);
    if (items.size() >= size) {
      flush(out);
    }
  }

  @Override
  public void flush(Emitter<? super Batch> out) {
    if (!items.isEmpty()) {
      List<@Nullable Object> full = items;
      items = new ArrayList<>();
      out.emit(new Batch(full, full.size()));
    }
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "How many items make one batch.", defaultValue = "3", min = "1")
          BigInteger batchSize) {}

  /** Items that came one after the other. */
  public record Batch(List<@Nullable Object> batch, long size) {}
}
