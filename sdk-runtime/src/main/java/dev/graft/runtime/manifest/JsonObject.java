package dev.graft.runtime.manifest;

import dev.graft.value.Suggestions;
import dev.graft.value.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An object of a manifest that is being checked: reads its entries and gathers what is wrong. */
final class JsonObject {
  private final Map<?, ?> entries;
  private final String path;
  private final List<String> problems;

  JsonObject(Map<?, ?> entries, String path, List<String> problems) {
    this.entries = entries;
    this.path = path;
    this.problems = problems;
  }

  /** Reports every key that is not among these. */
  void knows(List<String> keys) {
    for (Object key : entries.keySet()) {
      if (!keys.contains(String.valueOf(key))) {
        problem(String.valueOf(key), "there is no such key. " + Suggestions.hint("" + key, keys));
      }
    }
  }

  String requiredText(String key) {
    return text(key)
        .orElseGet(
            () -> {
              if (!entries.containsKey(key)) {
                problem(key, "is required, give a text.");
              }
              return "";
            });
  }

  Optional<String> text(String key) {
    Object value = entries.get(key);
    if (value instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    } else if (entries.containsKey(key)) {
      problem(key, "must be a text that is not empty, got " + Values.describe(value) + ".");
    }
    return Optional.empty();
  }

  /** A time that is worth waiting for: at least a millisecond, at most about 24 days. */
  Optional<Duration> milliseconds(String key) {
    Object value = entries.get(key);
    if (value instanceof Long number && number >= 1 && number <= Integer.MAX_VALUE) {
      return Optional.of(Duration.ofMillis(number));
    } else if (entries.containsKey(key)) {
      problem(
          key,
          "must be a whole number of milliseconds from 1 to %d, got %s."
              .formatted(Integer.MAX_VALUE, Values.describe(value)));
    }
    return Optional.empty();
  }

  /** A whole number between two others. */
  OptionalLong number(String key, long least, long most) {
    Object value = entries.get(key);
    if (value instanceof Long number && number >= least && number <= most) {
      return OptionalLong.of(number);
    } else if (entries.containsKey(key)) {
      problem(
          key,
          "must be a whole number from %d to %d, got %s."
              .formatted(least, most, Values.describe(value)));
    }
    return OptionalLong.empty();
  }

  Optional<Boolean> flag(String key) {
    Object value = entries.get(key);
    if (value instanceof Boolean flag) {
      return Optional.of(flag);
    } else if (entries.containsKey(key)) {
      problem(key, "must be true or false, got " + Values.describe(value) + ".");
    }
    return Optional.empty();
  }

  List<@Nullable Object> list(String key) {
    Object value = entries.get(key);
    if (value instanceof List<?> list) {
      return new ArrayList<@Nullable Object>(list);
    } else if (entries.containsKey(key)) {
      problem(key, "must be an array, got " + Values.describe(value) + ".");
    }
    return List.of();
  }

  Map<String, @Nullable Object> map(String key) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    Object value = entries.get(key);
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, item) -> result.put(String.valueOf(name), item));
    } else if (entries.containsKey(key)) {
      problem(key, "must be an object, got " + Values.describe(value) + ".");
    }
    return result;
  }

  /** The object at a key, or an empty one. */
  JsonObject child(String key) {
    return new JsonObject(map(key), at(key), problems);
  }

  /** The objects of an array. */
  List<JsonObject> children(String key) {
    List<JsonObject> children = new ArrayList<>();
    int index = 0;
    for (Object item : list(key)) {
      String name = key + "[" + index++ + "]";
      if (item instanceof Map<?, ?> map) {
        children.add(new JsonObject(map, at(name), problems));
      } else {
        problem(name, "must be an object, got " + Values.describe(item) + ".");
      }
    }
    return children;
  }

  @Nullable Object get(String key) {
    return entries.get(key);
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  void problem(String key, String fact) {
    problems.add(at(key) + ": " + fact);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
