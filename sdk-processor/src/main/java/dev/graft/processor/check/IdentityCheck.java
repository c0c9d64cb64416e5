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
    if (!isId(id)) {
      node.subject().reportAt(node.node().at("id"), Problem.NODE_ID, id, suggestion(node, id));
    }
    String category = node.node().text("category");
    if (!category.isEmpty() && !isId(category)) {
      node.subject().reportAt(node.node().at("category"), Problem.NODE_CATEGORY, category);
    }
    String version = node.node().text("version");
    if (!VERSION.matcher(version).matches()) {
      node.subject().reportAt(node.node().at("version"), Problem.NODE_VERSION, version);
    }
  }

  /** Whether it is written as ids are. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String suggestion(NodeDeclaration node, String id) {
    String simpleName = node.element().getSimpleName().toString().replaceFirst("Node$", "");
    String start = id.isBlank() ? simpleName : id.strip();
    String kebab =
        SnakeCase.ofMember(start).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-$", "");
    return isId(kebab) ? kebab : "audio-buffer";
  }
}
