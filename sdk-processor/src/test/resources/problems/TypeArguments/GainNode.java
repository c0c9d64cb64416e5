package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.List;

@SuppressWarnings("rawtypes")
@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  record Params(
      @Param(doc = "A text.") List modes,
      @Param(doc = "A text.") Pair pair) {}

  GainNode(Params params) {}

  public void process(Object item, Emitter<? super Object> out) {}

  record Pair<A, B>(A first, B second) {}
}
