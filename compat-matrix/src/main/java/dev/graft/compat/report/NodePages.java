package dev.graft.compat.report;

import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.Language;
import dev.graft.render.MarkdownRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documentation of the nodes of a run, in Markdown: a page for each with what the matrix says
 * of it, and an index by category. Made of descriptors alone, so it is never behind the code; and
 * without times and versions, so that it changes only when a node or its results do.
 */
final class NodePages {
  private static final String OTHER = "other";

  private NodePages() {}

  /** The pages by file name. */
  static Map<String, String> of(CompatReport report) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("README.md", index(report));
    report.nodes().forEach(node -> pages.put(node.id() + ".md", page(node, report)));
    return pages;
  }

  private static String index(CompatReport report) {
    Map<String, List<NodeRow>> categories = new TreeMap<>();
    for (NodeRow node : report.nodes()) {
      String category = node.entry().category();
      categories
          .computeIfAbsent(category.isEmpty() ? OTHER : category, _ -> new ArrayList<>())
          .add(node);
    }
    StringBuilder page = new StringBuilder("# The nodes\n\n");
    page.append("Each on every backend: `=` gives exactly what its contract says, `≈` does so ");
    page.append("within a stated tolerance, `◩` has a known limitation, `–` is not there. ");
    page.append("Written by `graft matrix`.\n");
    categories.forEach(
        (category, nodes) -> {
          page.append("\n## ").append(title(category)).append("\n\n| node | what it does |");
          report.backends().forEach(each -> page.append(' ').append(each.id()).append(" |"));
          page.append("\n|---|---|").append("---|".repeat(report.backends().size())).append('\n');
          nodes.forEach(node -> page.append(row(node, report)));
        });
    return page.toString();
  }

  private static String row(NodeRow node, CompatReport report) {
    StringBuilder row = new StringBuilder();
    row.append("| [").append(node.id()).append("](").append(node.id()).append(".md) | ");
    row.append(node.entry().contract().summary().replace("|", "\\|")).append(" |");
    report
        .backends()
        .forEach(each -> row.append(' ').append(Cell.of(node, each.id()).glyph()).append(" |"));
    return row.append('\n').toString();
  }

  private static String page(NodeRow node, CompatReport report) {
    StringBuilder page =
        new StringBuilder(
            MarkdownRenderer.render(node.entry().contract(), node.entry().examples()));
    page.append("\n## Backends\n\n| backend | result |\n|---|---|\n");
    for (BackendColumn backend : report.backends()) {
      Cell cell = Cell.of(node, backend.id());
      page.append("| ").append(backend.id()).append(" | ");
      page.append(cell.glyph()).append(' ').append(withoutCount(cell.text())).append(" |\n");
    }
    List<String> notes = notes(node);
    if (!notes.isEmpty()) {
      page.append('\n');
      notes.forEach(note -> page.append("- ").append(note).append('\n'));
    }
    return page.toString();
  }

  /** How many cases there are is no matter of the node. */
  private static String withoutCount(String text) {
    return text.replaceFirst("^\\d+ ", "");
  }

  private static List<String> notes(NodeRow node) {
    List<String> notes = new ArrayList<>();
    for (Language language : Language.values()) {
      node.entry()
          .in(language)
          .ifPresent(
              each -> {
                Implementation said = each.descriptor().implementation();
                if (!said.packages().isEmpty()) {
                  notes.add("Needs the packages " + code(said.packages()) + ".");
                }
                if (!said.permissions().isEmpty()) {
                  notes.add("Needs the permissions " + code(said.permissions()) + ".");
                }
                notes.addAll(said.limitations());
              });
    }
    return notes.stream().distinct().toList();
  }

  private static String code(List<String> names) {
    return "`" + String.join("`, `", names) + "`";
  }

  private static String title(String category) {
    String words = category.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
