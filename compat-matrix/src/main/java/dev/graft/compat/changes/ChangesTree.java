package dev.graft.compat.changes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON form of what changed, the same in {@code report.json} and on the command line. */
public final class ChangesTree {
  private ChangesTree() {}

  /** The tree: a list for each kind of change. */
  public static Map<String, Object> of(Changes changes) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run", changes.before());
    tree.put("comparable", changes.notes().isEmpty());
    tree.put("notes", changes.notes());
    tree.put("compared", changes.compared());
    for (Change.Kind kind : Change.Kind.values()) {
      tree.put(
          kind.id().replace('-', '_'), changes.of(kind).stream().map(ChangesTree::change).toList());
    }
    return tree;
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(isOfNode(change) ? "node" : "case", change.key());
    tree.put("backend", change.backend().text());
    tree.put("before", change.before());
    tree.put("after", change.after());
    return tree;
  }

  private static boolean isOfNode(Change change) {
    return List.of(Change.Kind.SLOWER, Change.Kind.FASTER).contains(change.kind());
  }
}
