package geo;

import dev.graft.annotation.GraftGenerated;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeModule;
import java.util.List;
import javax.annotation.processing.Generated;

/** The nodes below the package {@code geo}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class GeoModule implements NodeModule {
  /** The module; made by the service loader. */
  public GeoModule() {}

  @Override
  public String name() {
    return "geo";
  }

  @Override
  public List<NodeFactory> factories() {
    return List.of(new DrawNodeFactory());
  }
}
