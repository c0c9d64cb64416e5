package audio;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
@Example(params = "{\"factor\": 2, \"facter\": {\"a\": [1]}}", items = "1", outputs = "2")
public final class GainNode implements Transform<Object, Object> {
  record Params(@Param(doc = "The factor.") double factor) {}

  GainNode(Params params) {}

  public void process(Object item, Emitter<? super Object> out) {}
}
