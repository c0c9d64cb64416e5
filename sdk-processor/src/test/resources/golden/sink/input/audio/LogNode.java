package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Sink;
import java.util.Map;

@Node(
    id = "log",
    version = "2.1",
    summary = "Writes texts down, \"as they are\".",
    effects = Node.Effects.SOME,
    stateScope = Node.Scope.INSTANCE)
public final class LogNode implements Sink<Map<String, Long>> {
  @State private int written;

  LogNode(Params params) {}

  @Override
  public void accept(Map<String, Long> item) {
    written++;
  }

  record Params(
      @Param(doc = "The password.", sensitive = true, pattern = "[a-z]{3,}") String password,
      @Param(doc = "The prefix.", defaultValue = "a \"quoted\" \\ one: é.") String prefix) {}
}
