package dev.graft.cli.graph;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A pipeline as an SVG picture that stands alone, for light and dark pages. */
public final class SvgGraph {
  private static final String STYLE =
      """
      <style>
        svg { --paper: #ffffff; --ink: #1f2328; --soft: #59636e; --line: #818b98;
          --java: #fde7c8; --java-edge: #b5651d; --graalpy: #d8ecd6; --graalpy-edge: #2e7d32;
          --cpython: #d7e6f7; --cpython-edge: #1f5fa8; --end: #eff2f5 }
        @media (prefers-color-scheme: dark) {
          svg { --paper: #0d1117; --ink: #f0f6fc; --soft: #b1bac4; --line: #7d8590;
            --java: #4a2d10; --java-edge: #e0a35c; --graalpy: #163a1b; --graalpy-edge: #6cc070;
            --cpython: #12305a; --cpython-edge: #79b0f0; --end: #21262d }
        }
        text { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 12px; fill: var(--soft) }
        .id { font-size: 14px; font-weight: 600; fill: var(--ink) }
        .paper { fill: var(--paper) }
        .box { stroke-width: 1.5 }
        .java { fill: var(--java); stroke: var(--java-edge) }
        .graalpy { fill: var(--graalpy); stroke: var(--graalpy-edge); stroke-dasharray: 7 3 }
        .cpython { fill: var(--cpython); stroke: var(--cpython-edge); stroke-dasharray: 2 3 }
        .end { fill: var(--end); stroke: var(--line) }
        .line { fill: none; stroke: var(--line); stroke-width: 1.5; marker-end: url(#arrow) }
        #arrow path { fill: var(--line) }
      </style>
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
      """;

  private static final double MARGIN = 20;
  private static final double PADDING = 14;
  private static final double BOX_HEIGHT = 66;
  private static final double END_HEIGHT = 30;
  private static final double LEGEND = 40;

  /** How far the boxes behind a node stand out of which there are several. */
  private static final double BEHIND = 5;

  private final PipelineGraph graph;
  private final Layout layout = new Layout();
  private final StringBuilder out = new StringBuilder();

  private SvgGraph(PipelineGraph graph) {
    this.graph = graph;
  }

  /** The text of the picture, with a line feed at its end. */
  public static String of(PipelineGraph graph) {
    return new SvgGraph(graph).text();
  }

  private String text() {
    Layout.Item input = graph.heads().isEmpty() ? null : end("input");
    List<Layout.Item> boxes = graph.boxes().stream().map(this::item).toList();
    Layout.Item output = graph.tails().isEmpty() ? null : end("output");
    List<Layout.Line> lines = new ArrayList<>();
    for (PipelineGraph.Arrow arrow : graph.arrows()) {
      double label = TextWidth.of(arrow.label(), 12);
      lines.add(new Layout.Line(boxes.get(arrow.from()), boxes.get(arrow.to()), label));
    }
    if (input != null) {
      graph.heads().forEach(head -> lines.add(new Layout.Line(input, boxes.get(head), 0)));
    }
    if (output != null) {
      graph.tails().forEach(tail -> lines.add(new Layout.Line(boxes.get(tail), output, 0)));
    }
    List<List<Layout.Item>> routes = layout.place(lines);
    List<String> legend =
        graph.boxes().stream()
            .flatMap(box -> box.backends().stream())
            .distinct()
            .sorted()
            .map(BackendId::text)
            .toList();
    double width = Math.max(layout.width(), legend.size() * 90.0) + 2 * MARGIN;
    double height = layout.height() + 2 * MARGIN + LEGEND;
    open(width, height);
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), routes.get(i));
    }
    for (int i = 0; i < graph.arrows().size(); i++) {
      label(lines.get(i), routes.get(i), graph.arrows().get(i).label());
    }
    for (int i = 0; i < boxes.size(); i++) {
      box(graph.boxes().get(i), boxes.get(i));
    }
    if (input != null) {
      end(input, "input");
    }
    if (output != null) {
      end(output, "output");
    }
    legend(legend, height - MARGIN - 12);
    return out.append("</svg>\n").toString();
  }

  private void open(double width, double height) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"title about\">"
            .formatted(number(width), number(height), number(width), number(height)));
    add("<title id=\"title\">Pipeline %s</title>".formatted(escaped(graph.name())));
    add("<desc id=\"about\">%s</desc>".formatted(escaped(description())));
    out.append(STYLE);
    add("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>");
  }

  /** The picture for those who hear it. */
  private String description() {
    String nodes =
        graph.boxes().stream().map(SvgGraph::title).collect(Collectors.joining("; ", "", ". "));
    return nodes
        + graph.arrows().stream()
            .map(
                arrow ->
                    graph.boxes().get(arrow.from()).id()
                        + " feeds "
                        + graph.boxes().get(arrow.to()).id()
                        + (arrow.label().isEmpty() ? "" : " (" + arrow.label() + ")"))
            .collect(Collectors.joining("; ", "", graph.arrows().isEmpty() ? "" : "."));
  }

  private static String title(PipelineGraph.Box box) {
    return "%s: %s, on %s".formatted(box.id(), box.typeText(), box.backendsText());
  }

  private Layout.Item item(PipelineGraph.Box box) {
    double text =
        Math.max(
            TextWidth.of(box.id(), 14) * 1.08,
            Math.max(TextWidth.of(box.typeText(), 12), TextWidth.of(box.backendsText(), 12)));
    return layout.box(text + 2 * PADDING, BOX_HEIGHT);
  }

  private Layout.Item end(String name) {
    return layout.box(TextWidth.of(name, 12) + 2 * PADDING, END_HEIGHT);
  }

  private void box(PipelineGraph.Box box, Layout.Item item) {
    String backend = box.backends().getFirst().text();
    double x = item.x + MARGIN;
    double y = item.y + MARGIN;
    add("<g><title>%s</title>".formatted(escaped(title(box))));
    for (int behind = Math.min(box.parallelism(), 3) - 1; behind >= 0; behind--) {
      rect(backend, x + behind * BEHIND, y - behind * BEHIND, item, 10);
    }
    text("id", x + item.width / 2, y + 23, box.id());
    text("", x + item.width / 2, y + 40, box.typeText());
    text("", x + item.width / 2, y + 56, box.backendsText());
    add("</g>");
  }

  private void end(Layout.Item item, String name) {
    double x = item.x + MARGIN;
    double y = item.y + MARGIN;
    rect("end", x, y, item, END_HEIGHT / 2);
    text("", x + item.width / 2, y + END_HEIGHT / 2 + 4, name);
  }

  private void rect(String style, double x, double y, Layout.Item item, double round) {
    add(
        "<rect class=\"box %s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
            .formatted(
                style,
                number(x),
                number(y),
                number(item.width),
                number(item.height),
                number(round)));
  }

  private void text(String style, double x, double y, String content) {
    add(
        "<text%s x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>"
            .formatted(
                style.isEmpty() ? "" : " class=\"" + style + "\"",
                number(x),
                number(y),
                escaped(content)));
  }

  /** A line that runs level through layers and bends between them. */
  private void line(Layout.Line line, List<Layout.Item> points) {
    Layout.Item from = line.from();
    StringBuilder path =
        new StringBuilder(
            "M%s %s"
                .formatted(number(from.x + from.width + MARGIN), number(from.middle() + MARGIN)));
    List<Layout.Item> stops = new ArrayList<>(points);
    stops.add(line.to());
    for (Layout.Item to : stops) {
      double half = (from.right + to.left) / 2 + MARGIN;
      String y = number(to.middle() + MARGIN);
      path.append(" H%s".formatted(number(from.right + MARGIN)))
          .append(
              " C%s %s %s %s %s %s"
                  .formatted(
                      number(half),
                      number(from.middle() + MARGIN),
                      number(half),
                      y,
                      number(to.left + MARGIN),
                      y));
      from = to;
    }
    path.append(" H%s".formatted(number(line.to().x + MARGIN)));
    add("<path class=\"line\" d=\"%s\"/>".formatted(path));
  }

  /** A label stands in the last bend of its line, where it belongs to no other. */
  private void label(Layout.Line line, List<Layout.Item> points, String label) {
    if (!label.isEmpty()) {
      Layout.Item before = points.isEmpty() ? line.from() : points.getLast();
      double x = (before.right + line.to().left) / 2 + MARGIN;
      double y = (before.middle() + line.to().middle()) / 2 + MARGIN;
      double width = TextWidth.of(label, 12);
      add(
          "<rect class=\"paper\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"16\"/>"
              .formatted(number(x - width / 2), number(y - 8), number(width)));
      text("", x, y + 4, label);
    }
  }

  private void legend(List<String> backends, double y) {
    double x = MARGIN;
    for (String backend : backends) {
      add(
          "<rect class=\"box %s\" x=\"%s\" y=\"%s\" width=\"22\" height=\"14\" rx=\"4\"/>"
              .formatted(backend, number(x), number(y)));
      add("<text x=\"%s\" y=\"%s\">%s</text>".formatted(number(x + 28), number(y + 11), backend));
      x += 28 + TextWidth.of(backend, 12) + 20;
    }
  }

  private void add(String line) {
    out.append(line).append('\n');
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
