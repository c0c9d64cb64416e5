package flow;

import dev.graft.annotation.AsTuple;
import dev.graft.annotation.Node;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes on records whose components have types that the user of the record chooses. */
@Node(id = "pairs", version = "1.0", summary = "Passes pairs on.")
public final class PairsNode
    implements Transform<
        PairsNode.Pair<String, Long>, PairsNode.Pair<PairsNode.Pair<Long, Object>, List<Double>>> {
  @State private Map<Key<Integer>, Pair<String, Long>> seen = new LinkedHashMap<>();

  @State
  private Map<Integer, List<Optional<Pair<Integer, List<String>>>>> deeplyNestedPairs =
      new LinkedHashMap<>();

  @Override
  public void process(
      Pair<String, Long> item, Emitter<? super Pair<Pair<Long, Object>, List<Double>>> out) {
    out.emit(new Pair<>(new Pair<>(item.second(), item.first()), List.of(0.5)));
  }

  record Pair<A, B>(A first, B second) {}

  @AsTuple
  record Key<T extends Comparable<T>>(T value, String name) {}
}
