package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  record Params(@Param(doc = "What to leave out.") List<String> stop) {}

  private static final Map<String, Long> KNOWN = new HashMap<>();

  private final Map<String, Long> counts = new HashMap<>();
  private final ArrayDeque<Object> last = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final double[] sums = new double[4];
  private long seen;

  @State private long kept;
  private final List<String> stop;
  private final List<String> fixed = List.of("a");
  private final long[] known;
  private AutoCloseable client;

  @SuppressWarnings("graft-state") // filled and emptied within one item
  private final double[] scratch = new double[4];

  GainNode(Params params) {
    stop = params.stop();
    known = new long[] {KNOWN.size()};
    client = () -> {};
  }

  public void process(Object item, Emitter<? super Object> out) {}
}
