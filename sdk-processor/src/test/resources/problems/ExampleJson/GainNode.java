package audio;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
@Example(items = {"1", "{\"a\": ", "1 2", ""}, outputs = "nope")
@Example(params = "[1]", items = {}, outputs = {})
@Example(title = "No sentence", items = {}, outputs = {})
public final class GainNode implements Transform<Object, Object> {
  GainNode() {}

  public void process(Object item, Emitter<? super Object> out) {}
}
