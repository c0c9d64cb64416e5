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

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  record Params(
      @Param(doc = "A text.", defaultValue = "two") Number operand,
      @Param(doc = "A text.", defaultValue = "2.5") int size,
      @Param(doc = "A text.", defaultValue = "9999999999999999999") long length,
      @Param(doc = "A text.", defaultValue = "ten") java.math.BigInteger count,
      @Param(doc = "A text.", defaultValue = "2") double ratio,
      @Param(doc = "A text.", defaultValue = "yes") boolean loud,
      @Param(doc = "A text.", defaultValue = "lowd") Mode mode) {}

  GainNode(Params params) {}

  public void process(Object item, Emitter<? super Object> out) {}

  enum Mode {
    LOUD,
    SOFT
  }
}
