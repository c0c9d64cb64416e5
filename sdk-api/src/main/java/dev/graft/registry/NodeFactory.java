package dev.graft.registry;

import dev.graft.descriptor.NodeDescriptor;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes instances of one Java node. Generated; stateless and safe for any number of threads. */
public interface NodeFactory {
  /** What the node is. */
  NodeDescriptor descriptor();

  /**
   * A new instance.
   *
   * @param params a reader over the parameters, not finished yet
   * @throws InvalidParamsException with everything that is wrong
   */
  NodeInstance create(ParamReader params);

  /**
   * A new instance.
   *
   * @param params portable values by name
   * @throws InvalidParamsException with everything that is wrong
   */
  default NodeInstance create(Map<String, ? extends @Nullable Object> params) {
    return create(ParamReader.of(descriptor(), params));
  }
}
