package dev.graft.port.report;

import dev.graft.port.translate.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of a node was translated.
 *
 * @param node its catalogue id
 * @param statements how many statements it has, those of functions that it uses included
 * @param translated how many of them are Java now
 * @param marks the places that are to be decided, in the order of the code
 * @param isDeclared whether the Python class declares its contract, so that Java can have the same
 */
public record PortReport(
    String node, int statements, int translated, List<Mark> marks, boolean isDeclared) {
  public PortReport {
    marks = List.copyOf(marks);
  }

  /** As JSON has it. */
  public Map<String, @Nullable Object> tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("node", node);
    tree.put("statements", (long) statements);
    tree.put("translated", (long) translated);
    List<Map<String, @Nullable Object>> places = new ArrayList<>();
    for (Mark mark : marks) {
      Map<String, @Nullable Object> place = new LinkedHashMap<>();
      place.put("file", mark.path());
      place.put("line", (long) mark.line());
      place.put("source", mark.source());
      place.put("reason", mark.reason());
      places.add(place);
    }
    tree.put("undecided", places);
    tree.put("declared", isDeclared);
    return tree;
  }
}
