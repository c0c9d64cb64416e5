package flow;

import dev.graft.annotation.GraftGenerated;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeModule;
import java.util.List;
import javax.annotation.processing.Generated;

/** The nodes below the package {@code flow}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class FlowModule implements NodeModule {
  /** The module; made by the service loader. */
  public FlowModule() {}

  @Override
  public String name() {
    return "flow";
  }

  @Override
  public List<NodeFactory> factories() {
    return List.of(new PairsNodeFactory());
  }
}
