package math;

import dev.graft.annotation.GraftGenerated;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeModule;
import java.util.List;
import javax.annotation.processing.Generated;

/** The nodes below the package {@code math}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class MathModule implements NodeModule {
  /** The module; made by the service loader. */
  public MathModule() {}

  @Override
  public String name() {
    return "math";
  }

  @Override
  public List<NodeFactory> factories() {
    return List.of(new CalculatorNodeFactory());
  }
}
