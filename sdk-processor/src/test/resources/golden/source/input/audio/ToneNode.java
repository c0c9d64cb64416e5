package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Source;

@Node(id = "tone", version = "1.0", summary = "Emits the samples of a tone.")
public final class ToneNode implements Source<Double> {
  private final Params params;

  ToneNode(Params params) {
    this.params = params;
  }

  @Override
  public void produce(Emitter<? super Double> out) {
    for (long i = 0; i < params.samples(); i++) {
      if (!out.emit(Math.sin(i * params.frequency()))) {
        return;
      }
    }
  }

  record Params(
      @Param(doc = "How many samples.", min = "0") long samples,
      @Param(doc = "The pitch.", defaultValue = "440.0", min = "1", max = "2e4", unit = "Hz")
          double frequency) {}
}
