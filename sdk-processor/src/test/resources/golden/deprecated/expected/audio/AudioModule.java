package audio;

import dev.graft.annotation.GraftGenerated;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeModule;
import java.util.List;
import javax.annotation.processing.Generated;

/** The nodes below the package {@code audio}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class AudioModule implements NodeModule {
  /** The module; made by the service loader. */
  public AudioModule() {}

  @Override
  public String name() {
    return "audio";
  }

  @Override
  public List<NodeFactory> factories() {
    return List.of(new GainNodeFactory());
  }
}
