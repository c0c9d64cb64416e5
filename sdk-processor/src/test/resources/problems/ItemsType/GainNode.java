package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.List;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  record Params(
      @Param(doc = "Right.", minItems = 1) List<String> modes,
      @Param(doc = "Wrong.", minItems = 1) String mode) {}

  GainNode(Params params) {}

  public void process(Object item, Emitter<? super Object> out) {}
}
