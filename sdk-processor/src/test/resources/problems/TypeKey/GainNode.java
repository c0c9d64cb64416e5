package audio;

import dev.graft.annotation.AsTuple;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<Object, Object> {
  record Params(
      @Param(doc = "A text.") Map<List<String>, String> modes,
      @Param(doc = "A text.") Map<Band, String> bands,
      @Param(doc = "A text.") Map<byte[], String> digests,
      @Param(doc = "A text.") Set<Map<String, Long>> counts,
      @Param(doc = "A text.") Set<Point> points,
      @Param(doc = "A text.") Set<dev.graft.value.NdArray> arrays,
      @Param(doc = "A text.") Range range) {}

  GainNode(Params params) {}

  public void process(Object item, Emitter<? super Object> out) {}

  record Band(double low, double high) {}

  @AsTuple
  record Point(List<Double> coordinates) {}

  record Range(Set<Optional<String>> names) {}
}
