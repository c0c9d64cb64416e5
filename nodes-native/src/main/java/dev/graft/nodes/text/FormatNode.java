package dev.graft.nodes.text;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.py.PyStr;
import dev.graft.value.FloatText;
import dev.graft.value.Numbers;
import dev.graft.value.Values;
import org.jspecify.annotations.Nullable;

/** Renders each number or text as a labelled line. */
@Node(
    id = "format",
    version = "1.0",
    summary = "Renders each number or text as a labelled line.",
    category = "text",
    effects = Node.Effects.NONE)
@Example(
    items = {"20", "1.5", "true"},
    outputs = {
      "{\"result\": 20, \"formatted\": \"Result: 20\"}",
      "{\"result\": 1.5, \"formatted\": \"Result: 1.5\"}",
      "{\"result\": true, \"formatted\": \"Result: True\"}"
    })
public final class FormatNode implements Transform<@Nullable Object, FormatNode.Formatted> {
  /** A node. */
  public FormatNode() {}

  @Override
  public void process(@Nullable Object item, Emitter<? super Formatted> out) {
    out.emit(new Formatted(item, PyStr.concat("Result: ", text(item))));
  }

  private static String text(@Nullable Object item) {
    if (item instanceof String text) {
      return text;
    } else if (item instanceof Boolean bool) {
      return bool ? "True" : "False";
    } else if (item instanceof Double number) {
      return FloatText.of(number);
    } else if (item != null && Numbers.isNumber(item)) {
      return item.toString();
    }
    throw new NodeException(
        ErrorKind.TYPE, "expected a number or a str, got " + Values.describe(item));
  }

  /** An item and its line. */
  public record Formatted(@Nullable Object result, String formatted) {}
}
