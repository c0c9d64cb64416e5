package audio;

import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;

/** Has been replaced. */
@Node(
    id = "gain",
    version = "1.1",
    summary = "Multiplies.",
    category = "audio",
    deprecated = "It clips.",
    replacedBy = "soft-gain")
public final class GainNode implements Transform<Double, Double> {
  @Override
  public void process(Double item, Emitter<? super Double> out) {
    out.emit(item);
  }
}
