package dev.graft.runtime.document;

import dev.graft.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands, and where all that is in it does. Complete, and then never changed, when a
 * document has been read.
 */
public final class Spot {
  private final Position position;
  private final Position key;
  private final String path;

  /** By the step of a path that leads to them, {@code .name} or {@code [3]}. */
  private final Map<String, Spot> inner = new LinkedHashMap<>();

  private Spot(Position position, Position key, String path) {
    this.position = position;
    this.key = key;
    this.path = path;
  }

  /** The spot of a whole document. */
  static Spot root(Position position) {
    return new Spot(position, position, "");
  }

  /** Where the value begins. */
  public Position position() {
    return position;
  }

  /** Where its key begins; the value itself, if it has none. */
  public Position key() {
    return key;
  }

  /** The way to it from the root, for example {@code nodes[1].params}; empty for the root. */
  public String path() {
    return path;
  }

  Spot addEntry(String name, Position nameAt, Position valueAt) {
    Spot spot = new Spot(valueAt, nameAt, path.isEmpty() ? name : path + "." + name);
    inner.put("." + name, spot);
    return spot;
  }

  Spot addItem(Position at) {
    String step = "[" + inner.size() + "]";
    Spot spot = new Spot(at, at, path + step);
    inner.put(step, spot);
    return spot;
  }

  Optional<Spot> entry(String name) {
    return Optional.ofNullable(inner.get("." + name));
  }

  /**
   * The spot of a path, or of the innermost part of it that is there: what is missing is missing in
   * that. Tags of typed JSON are no part of a path and are passed over.
   */
  public Spot find(String path) {
    Spot at = this;
    String rest = path.isEmpty() || path.startsWith("[") ? path : "." + path;
    while (!rest.isEmpty()) {
      String step = at.step(rest);
      Spot next = at.inner.get(step);
      if (next != null) {
        rest = rest.substring(written(step, rest).length());
        at = next;
      } else if (at.tagged() != null) {
        at = at.tagged();
      } else {
        return at;
      }
    }
    return at;
  }

  /** Keys may hold dots and brackets, so the longest step with which the rest begins is meant. */
  private String step(String rest) {
    String best = "";
    for (String step : inner.keySet()) {
      String written = written(step, rest);
      if (step.length() > best.length()
          && rest.startsWith(written)
          && (rest.length() == written.length()
              || ".[".indexOf(rest.charAt(written.length())) >= 0)) {
        best = step;
      }
    }
    return best;
  }

  /** How the step is written at the front of a path: what is no identifier may stand in quotes. */
  private static String written(String step, String rest) {
    return step.startsWith(".") && rest.startsWith("[")
        ? "[" + Values.quote(step.substring(1)) + "]"
        : step;
  }

  /** The value behind a tag, if this is a tagged value. */
  private @Nullable Spot tagged() {
    if (inner.size() != 1) {
      return null;
    }
    Map.Entry<String, Spot> only = inner.entrySet().iterator().next();
    return only.getKey().startsWith(".$") ? only.getValue() : null;
  }
}
