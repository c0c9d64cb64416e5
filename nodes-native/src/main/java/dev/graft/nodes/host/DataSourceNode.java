package dev.graft.nodes.host;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeContext;
import dev.graft.node.NodeException;
import dev.graft.node.Source;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Emits what the program that runs the pipeline offers. */
@Node(
    id = "data-source",
    version = "1.0",
    summary = "Emits the items that the Java program which runs the pipeline offers.",
    category = "host",
    effects = Node.Effects.SOME)
public final class DataSourceNode implements Source<@Nullable Object> {
  /** Longer than any run: whoever waits so long waits for ever. */
  private static final double FOR_EVER_SECONDS = 1e9;

  private final int bufferSize;
  private final Duration timeout;
  private @Nullable DataSource handle;

  /** A node. */
  public DataSourceNode(Params params) {
    bufferSize = params.bufferSize().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    timeout = duration(params.timeoutSeconds().doubleValue());
  }

  @Override
  public void open(NodeContext context) {
    DataSource given =
        context
            .handle(DataSource.class)
            .orElseThrow(
                () ->
                    NoHandle.of(
                        context.nodeId(), "DataSource", "there the items come from the input"));
    given.attach(bufferSize, context.clock());
    context.onStop(given::stop);
    handle = given;
  }

  @Override
  @SuppressWarnings("NullAway") // an Emitter<? super @Nullable Object> takes what may be null
  public void produce(Emitter<? super @Nullable Object> out) {
    DataSource given = handle;
    if (given == null) {
      throw new NodeException(ErrorKind.STATE, "the node is not open");
    }
    given.begin();
    Object item = next(given);
    while (item != null && out.emit(item)) {
      item = next(given);
    }
  }

  @Override
  public void close() {
    if (handle != null) {
      handle.stop();
    }
  }

  private @Nullable Object next(DataSource given) {
    try {
      return given.take(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeException(ErrorKind.STATE, "interrupted while it waited for an item", e);
    }
  }

  /** Zero for ever; rounded up, so that a short time is not none. */
  private static Duration duration(double seconds) {
    return seconds >= FOR_EVER_SECONDS
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil(seconds * 1e9));
  }

  /** The parameters. */
  public record Params(
      @Param(
              doc = "How many items may wait; then the program is refused.",
              defaultValue = "100",
              min = "1")
          BigInteger bufferSize,
      @Param(
              doc = "The input ends when nothing has come for so long; 0 waits for ever.",
              defaultValue = "30.0",
              min = "0",
              unit = "s")
          Number timeoutSeconds) {}
}
