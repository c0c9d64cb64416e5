package dev.graft.nodes.host;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeContext;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Shows each item to the program that runs the pipeline, then passes it on. */
@Node(
    id = "data-sink",
    version = "1.0",
    summary = "Shows each item to the Java program that runs the pipeline, then passes it on.",
    category = "host",
    effects = Node.Effects.SOME)
public final class DataSinkNode implements Transform<@Nullable Object, @Nullable Object> {
  private final int size;
  private @Nullable DataSink handle;

  /** A node. */
  public DataSinkNode(Params params) {
    size =
        params.bufferOutput()
            ? params.bufferSize().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue()
            : 0;
  }

  @Override
  public void open(NodeContext context) {
    DataSink given =
        context
            .handle(DataSink.class)
            .orElseThrow(
                () ->
                    NoHandle.of(
                        context.nodeId(), "DataSink", "there the outputs of the last node go out"));
    given.attach(size);
    handle = given;
  }

  @Override
  @SuppressWarnings("NullAway") // an Emitter<? super @Nullable Object> takes what may be null
  public void process(@Nullable Object item, Emitter<? super @Nullable Object> out) {
    if (handle == null) {
      throw new NodeException(ErrorKind.STATE, "the node is not open");
    }
    if (item != null) { // none is no output, so it is not shown either
      handle.accept(item);
      out.emit(item);
    }
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "Whether the handle keeps the last items.", defaultValue = "false")
          boolean bufferOutput,
      @Param(doc = "How many items it keeps at most.", defaultValue = "100", min = "1")
          BigInteger bufferSize) {}
}
