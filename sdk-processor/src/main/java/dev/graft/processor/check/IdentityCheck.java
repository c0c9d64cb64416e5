package dev.graft.processor.check;

import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import java.util.regex.Pattern;

/** An id is in kebab-case, a version is major.minor. */
final class IdentityCheck implements Check {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

  @Override
  public void check(NodeDeclaration node) {
    String id = node.node().text("id");
    if (!ID.matcher(id).matches()) {
      node.subject().reportAt(node.node().at("id"), Problem.NODE_ID, id, suggestion(node, id));
    }
    String category = node.node().text("category");
    if (!category.isEmpty() && !ID.matcher(category).matches()) {
      node.subject().reportAt(node.node().at("category"), Problem.NODE_CATEGORY, category);
    }
    String version = node.node().text("version");
    if (!VERSION.matcher(version).matches()) {
      node.subject().reportAt(node.node().at("version"), Problem.NODE_VERSION, version);
    }
  }

  private static String suggestion(NodeDeclaration node, String id) {
    String simpleName = node.element().getSimpleName().toString().replaceFirst("Node$", "");
    String start = id.isBlank() ? simpleName : id.strip();
    String kebab =
        SnakeCase.ofMember(start).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-$", "");
    return ID.matcher(kebab).matches() ? kebab : "audio-buffer";
  }
}
