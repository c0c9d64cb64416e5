package dev.graft.nodes.text;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.value.Suggestions;
import dev.graft.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies text operations and collects their results. */
@Node(
    id = "text-processor",
    version = "1.0",
    summary = "Applies text operations and collects their results.",
    category = "text",
    effects = Node.Effects.NONE)
@Example(
    title = "An item may name its own operations.",
    items = {
      "\"they're here\"",
      "{\"text\": \"they're here\", \"operations\": [\"title_case\", \"word_count\"]}"
    },
    outputs = {
      "{\"original_text\": \"they're here\", \"operations\": [\"uppercase\"],"
          + " \"results\": {\"uppercase\": \"THEY'RE HERE\"}}",
      "{\"original_text\": \"they're here\", \"operations\": [\"title_case\", \"word_count\"],"
          + " \"results\": {\"title_case\": \"They'Re Here\", \"word_count\": 2}}"
    })
public final class TextProcessorNode
    implements Transform<@Nullable Object, TextProcessorNode.Processed> {
  private final List<TextOperation> operations;

  /** A node. */
  public TextProcessorNode(Params params) {
    operations = List.copyOf(params.operations());
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Processed> out) {
    if (item instanceof Map<?, ?> dict) {
      if (!dict.containsKey("text")) {
        throw new NodeException(ErrorKind.NOT_FOUND, "the item has no key \"text\"");
      }
      String text = textOf(dict.get("text"));
      List<TextOperation> own =
          dict.containsKey("operations") ? operationsOf(dict.get("operations")) : operations;
      out.emit(processed(text, own));
    } else {
      out.emit(processed(textOf(item), operations));
    }
  }

  private static String textOf(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new NodeException(ErrorKind.TYPE, "expected a str, got " + Values.describe(value));
  }

  private static List<TextOperation> operationsOf(@Nullable Object value) {
    if (!(value instanceof List<?> names)) {
      throw new NodeException(
          ErrorKind.TYPE, "operations must be a list, got " + Values.describe(value));
    }
    List<TextOperation> found = new ArrayList<>();
    for (Object name : names) {
      found.add(
          TextOperation.of(name)
              .orElseThrow(
                  () ->
                      new NodeException(
                          ErrorKind.INVALID,
                          "there is no operation %s. %s"
                              .formatted(
                                  Values.quote(name),
                                  Suggestions.hint(String.valueOf(name), TextOperation.names())))));
    }
    return found;
  }

  private static Processed processed(String text, List<TextOperation> operations) {
    Map<String, @Nullable Object> results = new LinkedHashMap<>();
    operations.forEach(operation -> results.put(operation.text(), operation.apply(text)));
    List<String> names = operations.stream().map(TextOperation::text).toList();
    return new Processed(text, names, results);
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "The operations, unless the item names some.", defaultValue = "[\"uppercase\"]")
          List<TextOperation> operations) {}

  /** A text and what was made of it, in order of first appearance. */
  public record Processed(
      String originalText, List<String> operations, Map<String, @Nullable Object> results) {}
}
