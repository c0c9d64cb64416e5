package audio.text;

import dev.graft.annotation.GraftGenerated;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeModule;
import java.util.List;
import javax.annotation.processing.Generated;

/** The nodes below the package {@code audio.text}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class TextModule implements NodeModule {
  /** The module; made by the service loader. */
  public TextModule() {}

  @Override
  public String name() {
    return "audio.text";
  }

  @Override
  public List<NodeFactory> factories() {
    return List.of(new WordsNodeFactory());
  }
}
