package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<GainNode.Tree, Object> {
  record Params(
      @Param(doc = "A text.") Folder folder,
      @Param(doc = "A text.") Expression expression,
      @Param(doc = "A text.") Growing<String> growing) {}

  GainNode(Params params) {}

  public void process(Tree item, Emitter<? super Object> out) {}

  record Tree(String name, List<Tree> children) {}

  record Folder(Map<String, File> files) {}

  record File(Optional<Folder> parent) {}

  sealed interface Expression {}

  record Number(long value) implements Expression {}

  record Sum(Expression left, Expression right) implements Expression {}

  record Growing<T>(T value, Optional<Growing<List<T>>> next) {}
}
