package dev.graft.runtime.recovery;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.NodeFailureException.Aftermath;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Brings a node that was just opened to where a journal says. */
final class Replay {
  private static final String ATTRIBUTES = "attributes";

  private final HostedNode node;
  private final String nodeId;
  private final BooleanSupplier ended;
  private long otherwise;

  private Replay(HostedNode node, String nodeId, BooleanSupplier ended) {
    this.node = node;
    this.nodeId = nodeId;
    this.ended = ended;
  }

  /**
   * Restores the state and repeats the calls; their outputs are dropped.
   *
   * @param ended whether nobody needs the node any more
   * @return how many calls ended otherwise than the first time
   * @throws NodeFailureException if the host is lost, too, or the node cannot be brought there
   */
  static long on(HostedNode node, String nodeId, Journal journal, Care care, BooleanSupplier ended)
      throws NodeFailureException {
    Replay replay = new Replay(node, nodeId, ended);
    if (!journal.isFromStart() && !journal.isStateless()) {
      node.restore(journal.base());
      if (!care.exactState()) {
        replay.checkState(journal.base());
      }
    }
    for (Call call : journal.calls()) {
      if (ended.getAsBoolean()) {
        break;
      }
      replay.repeat(call);
    }
    return replay.otherwise;
  }

  private void repeat(Call call) throws NodeFailureException {
    long[] outputs = new long[1];
    boolean failed = false;
    try {
      node.process(
          call.items(),
          value -> {
            outputs[0]++;
            return (call.open() || outputs[0] < call.outputs()) && !ended.getAsBoolean();
          });
    } catch (NodeFailureException e) {
      if (e.aftermath() != Aftermath.GOES_ON) {
        throw e;
      }
      failed = true;
    }
    if (failed != call.failed() || (call.outputs() >= 0 && outputs[0] != call.outputs())) {
      otherwise++;
    }
  }

  /**
   * A class whose {@code initialize} undoes what was restored would go on in silence, but wrong.
   */
  private void checkState(List<KeyedState> wanted) throws NodeFailureException {
    List<KeyedState> found = node.snapshot();
    for (int i = 0; i < wanted.size(); i++) {
      @Nullable Object was = wanted.get(i).fields().get(ATTRIBUTES);
      @Nullable Object is = i < found.size() ? found.get(i).fields().get(ATTRIBUTES) : null;
      if (was != null && !was.equals(is)) {
        throw NodeFailureException.endingNode(changed(was, is), null);
      }
    }
  }

  private NodeFailure changed(Object was, @Nullable Object is) {
    String which =
        was instanceof Map<?, ?> before && is instanceof Map<?, ?> after
            ? before.entrySet().stream()
                .filter(
                    entry -> !java.util.Objects.equals(entry.getValue(), after.get(entry.getKey())))
                .map(entry -> String.valueOf(entry.getKey()))
                .findFirst()
                .map(name -> " '" + name + "'")
                .orElse("")
            : "";
    return new NodeFailure(
        nodeId,
        Phase.RESTORE,
        OptionalLong.empty(),
        ErrorKind.STATE,
        "StateNotRestored",
        "its host was lost, and after its state was restored, its initialize has changed the attribute%s; set it in __init__ instead, or declare the state with @graft.node"
            .formatted(which),
        Optional.empty());
  }
}
