package audio;

import dev.graft.annotation.AsTuple;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  record Params(
      @Param(doc = "A text.") Shape shape,
      @Param(doc = "A text.") Sound sound,
      @Param(doc = "A text.") Empty empty,
      @Param(doc = "A text.") Message message,
      @Param(doc = "A text.") Named named) {}

  GainNode(Params params) {}

  public void process(Object item, Emitter<? super Object> out) {}

  sealed interface Shape permits Circle, Blob, Open {}

  record Circle(double radius) implements Shape {}

  static final class Blob implements Shape {}

  non-sealed interface Open extends Shape {}

  sealed interface Sound {}

  record Tone<T>(T pitch) implements Sound {}

  @AsTuple
  record Chord(double low, double high) implements Sound {}

  sealed interface Empty {}

  sealed interface Message {}

  record Text(String text, String type) implements Message {}

  sealed interface Named permits Left.Name, Right.Name {}

  static final class Left {
    record Name(String text) implements Named {}
  }

  static final class Right {
    record Name(String text) implements Named {}
  }
}
