package dev.graft.bench;

import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.value.NdArray;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open node of a case, which can say what arrived at it. */
final class BridgeNode implements AutoCloseable {
  private final BridgeCase bridgeCase;
  private final OpenNode node;

  BridgeNode(BridgeCase bridgeCase, OpenNode node) {
    this.bridgeCase = bridgeCase;
    this.node = node;
  }

  /** What is timed. */
  List<@Nullable Object> call() throws NodeFailureException {
    return node.call();
  }

  /**
   * Lets the outputs of the last call pass if they are those that must come. That what went in
   * arrived is not seen in them: see {@link #verify}.
   */
  void checkLast() {
    node.checkLast();
  }

  /**
   * Makes calls that prove that the whole value crosses.
   *
   * @return how bytes and arrays went; nothing for other values
   * @throws WrongOutputException if something else arrives
   */
  String verify() throws NodeFailureException {
    node.call();
    node.checkLast();
    if (bridgeCase.way() != BridgeCase.Way.IN) {
      return bridgeCase.value().size() == 0 ? "" : wayOut(node.last().getFirst());
    }
    node.restore(Map.of("asked", true));
    node.call();
    String told = String.valueOf(node.last());
    node.restore(Map.of("asked", false));
    int end = told.indexOf("; ");
    String what = end < 0 ? told : told.substring(0, end) + "]";
    String expected = "[" + bridgeCase.value().told() + "]";
    if (!what.equals(expected)) {
      throw new WrongOutputException(bridgeCase.id(), expected, what);
    }
    return end < 0 ? "" : told.substring(end + 2, told.length() - 1);
  }

  /** Memory of this JVM's own is a copy; a mapped file is not, but the worker may have copied. */
  private String wayOut(@Nullable Object output) {
    if (!(output instanceof NdArray array && array.memory().bytes().isDirect())) {
      return "copied";
    }
    return bridgeCase.way() == BridgeCase.Way.ORDINARY_OUT
        ? "by reference, after one copy in the worker"
        : "by reference";
  }

  @Override
  public void close() throws NodeFailureException {
    node.close();
  }
}
