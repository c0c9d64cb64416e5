package dev.graft.compat.report;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Step;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonUnit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as a Python program: the same host and the same calls as in a worker, in one process and
 * without Java, so that a debugger can be used on it.
 */
public final class PythonRepro {
  private PythonRepro() {}

  /**
   * The program.
   *
   * @throws UnwritableException if a value or the node cannot be written so
   */
  public static String of(PythonNode node, Case tried) throws UnwritableException {
    if (node.unit().payload().isPresent()) {
      throw new UnwritableException("a pickled node has no source text");
    }
    StringBuilder steps = new StringBuilder();
    for (Step step : tried.steps()) {
      steps.append(step(step));
    }
    return """
    \"""%s: %s

    Run it with the package graft on the path, for example from the jar graft-nodes-python:

        PYTHONPATH=graft-nodes-python.jar/META-INF/graft/python python3 repro.py
    \"""

    %s
    from graft.failure import Failure
    from graft.host import Host

    UNIT = %s
    SPEC = %s

    host = Host()
    state = []
    given = 0


    def out(value, *_):
        print("  out", repr(value))
        return True


    def tried(what, call, *arguments):
        print(what)
        try:
            return call(*arguments)
        except Failure as failure:
            print(f"  error {failure.data['kind']} in {failure.data['phase']}")
            print(failure.data["traceback"])
            return None


    def give(what, key, *values):
        global given
        numbered = [[given + i, key, value] for i, value in enumerate(values)]
        given += len(values)
        tried(what, host.process, node, numbered, out, lambda: None)


    host.load(UNIT)
    node = host.open(SPEC)
    %shost.close(node)
    """
        .formatted(
            tried.key(),
            EventText.inComment(tried.title()),
            PythonText.IMPORTS,
            PythonText.of(unit(node.unit())),
            PythonText.of(spec(node, tried)),
            steps);
  }

  private static String step(Step step) throws UnwritableException {
    return switch (step) {
      case Step.In in -> {
        List<String> values = new ArrayList<>();
        for (Object value : in.values()) {
          values.add(PythonText.of(value));
        }
        yield "give(%s, %s, %s)\n"
            .formatted(
                PythonText.quoted(EventText.of(step)),
                PythonText.of(in.key()),
                String.join(", ", values));
      }
      case Step.End _ -> "tried(\"end\", host.flush, node, out)\n";
      case Step.Snapshot _ -> "state = tried(\"snapshot\", host.snapshot, node)\nprint(state)\n";
      case Step.Restore restore ->
          (restore.fresh() ? "host.close(node)\nnode = host.open(SPEC)\n" : "")
              + "tried(\"restore\", host.restore, node, state)\n";
    };
  }

  private static Map<String, @Nullable Object> unit(PythonUnit unit) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("module", unit.module());
    tree.put("path", unit.path());
    tree.put("package", unit.parentPackage().orElse(null));
    tree.put("roots", unit.roots().stream().map(Path::toString).toList());
    tree.put("aliases", unit.aliases());
    tree.put("source", unit.source());
    return tree;
  }

  private static Map<String, @Nullable Object> spec(PythonNode node, Case tried)
      throws UnwritableException {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("module", node.unit().module());
    tree.put("symbol", node.descriptor().implementation().symbol());
    tree.put("node_id", tried.node());
    try {
      tree.put("params", ParamReader.of(node.descriptor(), tried.params()).finish());
    } catch (InvalidParamsException e) {
      throw new UnwritableException("its parameters are refused before any Python runs");
    }
    StateDescriptor.Scope scope = node.descriptor().contract().state().scope();
    tree.put("keyed", scope == StateDescriptor.Scope.KEYED);
    tree.put("strict", node.descriptor().implementation().strict());
    tree.put("streaming", null);
    tree.put("clock", ChronoUnit.MICROS.between(Instant.EPOCH, tried.env().clock()));
    return tree;
  }
}
