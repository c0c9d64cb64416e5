package dev.graft.cli;

import dev.graft.render.JsonWriter;
import dev.graft.runtime.document.Position;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.plan.DeprecatedNodes;
import dev.graft.runtime.plan.PipelinePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft validate}: everything that is wrong with manifests. */
@Command(
    name = "validate",
    description = "Say everything that is wrong with pipelines, and run nothing of them.")
final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Parameters(
      paramLabel = "MANIFEST",
      arity = "1..*",
      description = "Pipelines, JSON or YAML files.")
  private List<Path> manifests = List.of();

  @Option(names = "--json", description = "Print what was found as JSON.")
  private boolean json;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Map<String, @Nullable Object>> trees = new ArrayList<>();
    boolean good = true;
    for (Path file : manifests) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("file", file.toString());
      try {
        Plans.Planned planned = Plans.of(nodeOptions, file);
        PipelinePlan plan = planned.plan();
        List<Problem> warnings = DeprecatedNodes.of(planned.manifest(), plan);
        tree.put("problems", List.of());
        tree.put("warnings", warnings.stream().map(ValidateCommand::tree).toList());
        tree.put("nodes", nodes(plan));
        if (!json) {
          terminal.line("%s: good, %s".formatted(file, count(plan.stages().size())));
          warnings.forEach(warning -> terminal.note("warning: " + warning));
          planned.notes().of(plan).forEach(terminal::note);
        }
      } catch (ManifestException e) {
        good = false;
        tree.put("problems", e.problems().stream().map(ValidateCommand::tree).toList());
        if (!json) {
          e.messages().forEach(terminal::error);
          nodeOptions.noteAbsent(terminal, String.valueOf(e.getMessage()));
        }
      }
      trees.add(tree);
    }
    if (json) {
      terminal.out().print(JsonWriter.write(trees));
    }
    return good ? Exit.OK : Exit.REFUSED;
  }

  private static Map<String, @Nullable Object> tree(Problem problem) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("file", problem.source());
    tree.put("line", problem.position().map(Position::line).orElse(null));
    tree.put("column", problem.position().map(Position::column).orElse(null));
    tree.put("path", problem.place().path());
    tree.put("message", problem.fact());
    return tree;
  }

  private static String count(int nodes) {
    return nodes == 1 ? "1 node" : nodes + " nodes";
  }

  private static List<Map<String, @Nullable Object>> nodes(PipelinePlan plan) {
    List<Map<String, @Nullable Object>> nodes = new ArrayList<>();
    plan.stages()
        .forEach(
            stage -> {
              Map<String, @Nullable Object> node = new LinkedHashMap<>();
              node.put("id", stage.nodeId());
              node.put("type", stage.type());
              node.put("backends", Plans.backends(stage));
              nodes.add(node);
            });
    return nodes;
  }
}
