package geo;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passes on shapes, of which there are some kinds; of a negative line it makes one that is wrong. */
@Node(id = "draw", version = "1.0", summary = "Passes shapes on.")
public final class DrawNode implements Transform<DrawNode.Shape, DrawNode.Shape> {
  @State private List<Shape> shapes = new ArrayList<>();
  @State private Pen pen = new Ink();
  @State private Optional<Circle> last = Optional.empty();

  DrawNode(Params params) {}

  @Override
  public void process(Shape item, Emitter<? super Shape> out) {
    if (item instanceof Line line && line.length() < 0) {
      last = null;
      out.emit(new Line(line.length(), null));
    } else {
      out.emit(item);
    }
  }

  record Params(@Param(doc = "What to draw with.") Optional<Pen> pen) {}

  sealed interface Pen {}

  record Ink() implements Pen {}

  sealed interface Shape permits Circle, Straight, Group {}

  record Circle(double radius) implements Shape {}

  sealed interface Straight extends Shape permits UnitSquare, Line {}

  record UnitSquare() implements Straight {}

  record Line(int length, Optional<String> label) implements Straight {}

  record Group(List<Straight> parts) implements Shape {}
}
