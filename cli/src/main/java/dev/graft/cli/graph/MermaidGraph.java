package dev.graft.cli.graph;

import java.util.List;

/** A pipeline as a Mermaid flowchart. */
public final class MermaidGraph {
  private static final String COLOURS =
      """
        classDef java fill:#fde7c8,stroke:#b5651d,color:#222
        classDef graalpy fill:#d8ecd6,stroke:#2e7d32,color:#222
        classDef cpython fill:#d7e6f7,stroke:#1f5fa8,color:#222
      """;

  private final PipelineGraph graph;
  private final StringBuilder text = new StringBuilder("flowchart LR\n");

  private MermaidGraph(PipelineGraph graph) {
    this.graph = graph;
  }

  /** The text, with a line feed at its end. */
  public static String of(PipelineGraph graph) {
    MermaidGraph mermaid = new MermaidGraph(graph);
    mermaid.nodes();
    mermaid.edges();
    return mermaid.text.append(COLOURS).toString();
  }

  private void nodes() {
    List<PipelineGraph.Box> boxes = graph.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      PipelineGraph.Box box = boxes.get(i);
      line(
          "n%d[\"%s<br/>%s<br/>%s\"]:::%s"
              .formatted(
                  i,
                  escaped(box.id()),
                  escaped(box.typeText()),
                  box.backendsText(),
                  box.backends().getFirst().text()));
    }
  }

  private void edges() {
    graph.heads().forEach(head -> line("input([input]) --> n" + head));
    for (PipelineGraph.Arrow arrow : graph.arrows()) {
      String label = arrow.label().isEmpty() ? "" : "|\"" + escaped(arrow.label()) + "\"|";
      line("n%d -->%s n%d".formatted(arrow.from(), label, arrow.to()));
    }
    graph.tails().forEach(tail -> line("n" + tail + " --> output([output])"));
  }

  private void line(String line) {
    text.append("  ").append(line).append('\n');
  }

  /** Mermaid ends a text at a quotation mark and takes {@code <} for a tag. */
  private static String escaped(String name) {
    return name.replace("&", "#amp;").replace("\"", "#quot;").replace("<", "#lt;");
  }
}
