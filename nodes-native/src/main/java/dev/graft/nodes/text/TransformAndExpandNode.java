package dev.graft.nodes.text;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyStr;
import java.util.List;

/** Emits several forms of each text. */
@Node(
    id = "transform-and-expand",
    version = "1.0",
    summary = "Emits several forms of each text.",
    category = "text",
    effects = Node.Effects.NONE)
@Example(
    items = "\"straße\"",
    outputs = {
      "{\"text\": \"STRASSE\", \"transform\": \"upper\"}",
      "{\"text\": \"straße\", \"transform\": \"lower\"}",
      "{\"text\": \"eßarts\", \"transform\": \"reverse\"}"
    })
public final class TransformAndExpandNode
    implements Transform<String, TransformAndExpandNode.Form> {
  private final List<TextForm> transforms;

  /** A node. */
  public TransformAndExpandNode(Params params) {
    transforms = List.copyOf(params.transforms());
  }

  @Override
  public void process(String item, Emitter<? super Form> out) {
    for (TextForm form : transforms) {
      if (!out.emit(new Form(form.of(item), form))) {
        return;
      }
    }
  }

  /** The parameters. */
  public record Params(
      @Param(
              doc = "The forms, in order.",
              defaultValue = "[\"upper\", \"lower\", \"reverse\"]",
              minItems = 1)
          List<TextForm> transforms) {}

  /** One form of a text. */
  public record Form(String text, TextForm transform) {}

  /** What can be made of a text. */
  public enum TextForm {
    UPPER,
    LOWER,
    REVERSE,
    DOUBLE;

    private String of(String text) {
      return switch (this) {
        case UPPER -> PyStr.upper(text);
        case LOWER -> PyStr.lower(text);
        case REVERSE -> PyStr.reverse(text);
        case DOUBLE -> PyStr.concat(text, text);
      };
    }
  }
}
