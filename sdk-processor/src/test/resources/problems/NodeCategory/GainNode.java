package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Sink;
import dev.graft.node.Source;
import dev.graft.node.Transform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Node(id = "gain", version = "1.0", category = "My Nodes", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  public void process(Object item, Emitter<? super Object> out) {}
}
