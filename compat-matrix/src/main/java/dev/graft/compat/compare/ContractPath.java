package dev.graft.compat.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths into contracts as people say them: what has a name is called by it, {@code
 * contract.state.last_ms} where the tree has {@code contract.state.fields[3]}.
 */
final class ContractPath {
  private static final Pattern PART = Pattern.compile("\\.([\\w-]+)|\\[(\\d+)\\]");

  private static final String FIELDS = ".fields";

  private ContractPath() {}

  /** The path with the names of what both trees call the same. */
  static String of(String path, Map<?, ?> reference, Map<?, ?> other) {
    Matcher part = PART.matcher(path);
    StringBuilder named = new StringBuilder();
    int end = path.indexOf('.') < 0 ? path.length() : path.indexOf('.');
    named.append(path, 0, end);
    Object left = reference;
    Object right = other;
    while (part.find(end) && part.start() == end) {
      end = part.end();
      left = step(left, part);
      right = step(right, part);
      Optional<String> name = part.group(2) == null ? Optional.empty() : name(left, right);
      if (name.isPresent() && named.toString().endsWith(FIELDS)) {
        named.setLength(named.length() - FIELDS.length());
        named.append('.').append(name.get());
      } else {
        named.append(name.map(found -> "[" + found + "]").orElse(part.group()));
      }
    }
    return named.append(path.substring(end)).toString();
  }

  private static @Nullable Object step(@Nullable Object tree, Matcher part) {
    if (tree instanceof Map<?, ?> map && part.group(1) != null) {
      return map.get(part.group(1));
    } else if (tree instanceof List<?> list && part.group(2) != null) {
      int index = Integer.parseInt(part.group(2));
      return index < list.size() ? list.get(index) : null;
    }
    return null;
  }

  private static Optional<String> name(@Nullable Object left, @Nullable Object right) {
    return left instanceof Map<?, ?> a
            && right instanceof Map<?, ?> b
            && a.get("name") instanceof String name
            && name.equals(b.get("name"))
        ? Optional.of(name)
        : Optional.empty();
  }
}
