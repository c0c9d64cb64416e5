package dev.graft.nodes.number;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import dev.graft.value.Decode;
import dev.graft.value.Numbers;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies every number in an item, however deep. A dict also learns how many items there were,
 * under {@code _metadata}: where that key stands already, or at the end.
 */
@Node(
    id = "transform",
    version = "1.0",
    summary = "Multiplies every number in an item, however deep.",
    category = "number",
    effects = Node.Effects.NONE)
@Example(
    title = "Keys and texts stay.",
    params = "{\"multiplier\": 3}",
    items = {"[1, [2, \"x\"]]", "{\"level\": 10, \"deep\": {\"count\": 5}}"},
    outputs = {
      "[3, [6, \"x\"]]",
      "{\"level\": 30, \"deep\": {\"count\": 15},"
          + " \"_metadata\": {\"processed_count\": 2, \"multiplier\": 3}}"
    })
public final class TransformNode implements Transform<@Nullable Object, @Nullable Object> {
  private static final int MAX_DEPTH = 200;
  private static final String METADATA = "_metadata";

  private final Number multiplier;
  private final boolean recursive;
  @State private long processedCount;

  /** A node. */
  public TransformNode(Params params) {
    multiplier = params.multiplier();
    recursive = params.recursive();
  }

  @Override
  @SuppressWarnings("NullAway") // an Emitter<? super @Nullable Object> takes what may be null
  public void process(@Nullable Object item, Emitter<? super @Nullable Object> out) {
    Object result = result(item);
    processedCount++;
    out.emit(result);
  }

  private @Nullable Object result(@Nullable Object item) {
    if (item instanceof Map<?, ?> dict) {
      return withMetadata(dict);
    } else if (item instanceof List<?> list) {
      List<@Nullable Object> scaled = new ArrayList<>(list.size());
      list.forEach(part -> scaled.add(inside(part)));
      return scaled;
    }
    return recursive || !(item instanceof Tuple) ? scaled(item, 0) : item;
  }

  private Map<@Nullable Object, @Nullable Object> withMetadata(Map<?, ?> dict) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("processed_count", processedCount + 1);
    metadata.put("multiplier", multiplier);
    Map<@Nullable Object, @Nullable Object> scaled = new LinkedHashMap<>();
    dict.forEach((key, part) -> scaled.put(key, METADATA.equals(key) ? metadata : inside(part)));
    scaled.putIfAbsent(METADATA, metadata);
    return scaled;
  }

  /** A part of the outermost container. */
  private @Nullable Object inside(@Nullable Object part) {
    return recursive || Numbers.isNumber(part) ? scaled(part, 1) : part;
  }

  private @Nullable Object scaled(@Nullable Object value, int depth) {
    if (Numbers.isNumber(value)) {
      return PyArithmetic.multiply(Decode.number(value), multiplier);
    } else if (value instanceof List<?> list) {
      return scaledAll(list, checked(depth));
    } else if (value instanceof Tuple tuple) {
      return Tuple.copyOf(scaledAll(tuple.items(), checked(depth)));
    } else if (value instanceof Map<?, ?> dict) {
      int inner = checked(depth);
      Map<@Nullable Object, @Nullable Object> parts = new LinkedHashMap<>();
      dict.forEach((key, part) -> parts.put(key, scaled(part, inner)));
      return parts;
    }
    return value;
  }

  private List<@Nullable Object> scaledAll(List<?> parts, int depth) {
    List<@Nullable Object> scaled = new ArrayList<>(parts.size());
    parts.forEach(part -> scaled.add(scaled(part, depth)));
    return scaled;
  }

  /** The depth of what is in a container that has a depth. */
  private static int checked(int depth) {
    if (depth >= MAX_DEPTH) {
      throw new NodeException(
          ErrorKind.RANGE, "the item is nested deeper than " + MAX_DEPTH + " levels");
    }
    return depth + 1;
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "What each number is multiplied by.", defaultValue = "2") Number multiplier,
      @Param(
              doc = "Whether containers inside a container are changed as well.",
              defaultValue = "true")
          boolean recursive) {}
}
