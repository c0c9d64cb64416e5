package dev.graft.runtime.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that knows where it stands, so that a message can say so.
 *
 * @param entries the object
 * @param path where it stands
 */
record Tree(Map<?, ?> entries, String path) {
  @Nullable Object value(String name) {
    return entries.get(name);
  }

  String text(String name) {
    if (value(name) instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  boolean flag(String name) {
    return value(name) instanceof Boolean flag && flag;
  }

  Number number(String name) {
    if (value(name) instanceof Number number) {
      return number;
    }
    throw wrong(name, "a number");
  }

  Tree child(String name) {
    if (value(name) instanceof Map<?, ?> map) {
      return new Tree(map, at(name));
    }
    throw wrong(name, "an object");
  }

  List<Tree> children(String name) {
    List<Tree> trees = new ArrayList<>();
    for (Object item : list(name)) {
      String path = at(name) + "[" + trees.size() + "]";
      if (!(item instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException(path + ": expected an object, got " + item);
      }
      trees.add(new Tree(map, path));
    }
    return trees;
  }

  List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  /** An object of lists of texts; one that is not there is empty. */
  Map<String, List<String>> lists(String name) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    if (value(name) != null) {
      Tree object = child(name);
      object.entries.keySet().stream()
          .map(String::valueOf)
          .forEach(key -> lists.put(key, object.texts(key)));
    }
    return lists;
  }

  List<? extends @Nullable Object> values(String name) {
    return list(name);
  }

  private List<?> list(String name) {
    Object value = value(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(name, "an array");
  }

  private IllegalArgumentException wrong(String name, String expected) {
    return new IllegalArgumentException(
        at(name) + ": expected " + expected + ", got " + value(name));
  }

  private String at(String name) {
    return path + "." + name;
  }
}
