package dev.graft.processor.check;

import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import dev.graft.processor.report.Subject;
import java.util.HashMap;
import java.util.Map;

/** Names stay different when they are turned to snake_case. */
final class NameCheck implements Check {
  @Override
  public void check(NodeDeclaration node) {
    Map<String, String> params = new HashMap<>();
    node.params().forEach(param -> check(params, param.name(), param.component(), param.subject()));
    Map<String, String> states = new HashMap<>();
    node.states()
        .forEach(
            state ->
                check(
                    states,
                    state.name(),
                    state.field().getSimpleName().toString(),
                    state.subject()));
  }

  private static void check(
      Map<String, String> taken, String snakeCase, String javaName, Subject subject) {
    String other = taken.putIfAbsent(snakeCase, javaName);
    if (other != null) {
      subject.report(Problem.NAME_CLASH, other, snakeCase);
    }
  }
}
