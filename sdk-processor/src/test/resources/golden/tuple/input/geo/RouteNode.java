package geo;

import dev.graft.annotation.AsTuple;
import dev.graft.annotation.Node;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes on tuples; of an empty one it makes one that is wrong. */
@Node(id = "route", version = "1.0", summary = "Passes routes on.")
public final class RouteNode implements Transform<RouteNode.Route, RouteNode.Route> {
  @State private Map<Point, Integer> visits = new LinkedHashMap<>();
  @State private Map<Cell, Set<Stop>> stops = new LinkedHashMap<>();

  @Override
  public void process(Route item, Emitter<? super Route> out) {
    out.emit(item.points().isEmpty() ? new Route(null, item.points(), null, item) : item);
  }

  enum Kind {
    START,
    END
  }

  @AsTuple
  record Point(double x, double y) {}

  @AsTuple
  record Cell(int column, String row) {}

  @AsTuple
  record Stop(Kind kind, Optional<Cell> cell) {}

  @AsTuple
  record Nothing() {}

  @AsTuple
  record Route(String tuple, List<Point> points, Nothing at, Object rest) {}
}
