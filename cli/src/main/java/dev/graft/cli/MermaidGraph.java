package dev.graft.cli;

import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import java.util.List;

/** A plan as a Mermaid flowchart. */
final class MermaidGraph {
  private static final String COLOURS =
      """
        classDef java fill:#fde7c8,stroke:#b5651d,color:#222
        classDef graalpy fill:#d8ecd6,stroke:#2e7d32,color:#222
        classDef cpython fill:#d7e6f7,stroke:#1f5fa8,color:#222
      """;

  private final PipelinePlan plan;
  private final StringBuilder text = new StringBuilder("flowchart LR\n");

  private MermaidGraph(PipelinePlan plan) {
    this.plan = plan;
  }

  /** The text, with a line feed at its end. */
  static String of(PipelinePlan plan) {
    MermaidGraph graph = new MermaidGraph(plan);
    graph.nodes();
    graph.edges();
    return graph.text.append(COLOURS).toString();
  }

  private void nodes() {
    List<StagePlan> stages = plan.stages();
    for (int i = 0; i < stages.size(); i++) {
      StagePlan stage = stages.get(i);
      List<String> backends = Plans.backends(stage);
      line(
          "n%d[\"%s<br/>%s%s<br/>%s\"]:::%s"
              .formatted(
                  i,
                  escaped(stage.nodeId()),
                  escaped(stage.type()),
                  stage.parallelism() > 1 ? " × " + stage.parallelism() : "",
                  String.join(", else ", backends),
                  backends.getFirst()));
    }
  }

  private void edges() {
    plan.heads().forEach(head -> line("input([input]) --> n" + head));
    for (PipelinePlan.Edge edge : plan.edges()) {
      boolean paired = plan.stages().get(edge.to()).fanIn() == FanIn.ZIP;
      line("n%d --%s> n%d".formatted(edge.from(), paired ? " zip --" : "", edge.to()));
    }
    for (int i = 0; i < plan.stages().size(); i++) {
      if (plan.fedBy(i).isEmpty() && !plan.stages().get(i).contract().outputs().isEmpty()) {
        line("n%d --> output([output])".formatted(i));
      }
    }
  }

  private void line(String line) {
    text.append("  ").append(line).append('\n');
  }

  /** Mermaid ends a text at a quotation mark and takes {@code <} for a tag. */
  private static String escaped(String name) {
    return name.replace("&", "#amp;").replace("\"", "#quot;").replace("<", "#lt;");
  }
}
