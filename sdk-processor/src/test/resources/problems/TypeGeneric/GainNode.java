package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  record Params(
      @Param(doc = "A text.") Result<String> result) {}

  GainNode(Params params) {}

  public void process(Object item, Emitter<? super Object> out) {}

  sealed interface Result<T> {}

  record Ok<T>(T value) implements Result<T> {}
}
