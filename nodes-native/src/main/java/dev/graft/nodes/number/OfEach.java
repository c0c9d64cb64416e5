package dev.graft.nodes.number;

import dev.graft.node.NodeException;
import dev.graft.py.PyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Does to a number, or to every number of a list, what a node does to one. */
final class OfEach {
  private OfEach() {}

  /**
   * The result: a number, or a new list of them.
   *
   * @throws NodeException TYPE if the item, or anything in the list, is no number
   */
  static Object apply(@Nullable Object item, UnaryOperator<Number> operation) {
    if (!(item instanceof List<?> list)) {
      return operation.apply(PyValue.number(item));
    }
    List<Number> results = new ArrayList<>(list.size());
    for (Object each : list) {
      results.add(operation.apply(PyValue.number(each)));
    }
    return results;
  }
}
