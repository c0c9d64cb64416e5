package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  record Params(
      @Param(doc = "A text.") List<?> anything,
      @Param(doc = "A text.") Map<String, ? extends Number> limits,
      @Param(doc = "A text.") List<Optional<? super Integer>> sizes,
      @Param(doc = "A text.") Band band) {}

  GainNode(Params params) {}

  public void process(Object item, Emitter<? super Object> out) {}

  record Band(Set<? extends List<String>> names) {}
}
