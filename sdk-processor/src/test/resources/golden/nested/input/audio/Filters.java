package audio;

import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import org.jspecify.annotations.Nullable;

/** Two nodes in one class; one of them has neither parameters nor state. */
public final class Filters {
  private Filters() {}

  @Node(
      id = "some",
      version = "1.0",
      summary = "Passes on what is there.",
      effects = Node.Effects.NONE)
  static final class Some implements Transform<@Nullable Object, @Nullable Object> {
    @Override
    public void process(@Nullable Object item, Emitter<? super @Nullable Object> out) {
      if (item != null) {
        out.emit(item);
      }
    }
  }

  abstract static class Base<T> implements Transform<T, T> {}

  @Node(id = "loud", version = "1.0", summary = "Passes on what is loud.")
  static final class Loud extends Base<Double> {
    @Override
    public void process(Double item, Emitter<? super Double> out) {
      out.emit(item);
    }
  }
}
