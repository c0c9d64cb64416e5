package dev.graft.runtime.manifest;

/**
 * A part of a manifest, for messages.
 *
 * @param path the way to it in the tree, for example {@code nodes[1].params.min_value}; empty for
 *     the whole
 * @param node the id of the node that it belongs to; empty if it belongs to none
 * @param words what is said of it where there is no text in which the path could be followed
 * @param isKey whether its key is meant rather than its value
 */
public record Place(String path, String node, String words, boolean isKey) {
  /** The manifest as a whole. */
  public static final Place WHOLE = of("");

  /** A part that belongs to no node. */
  public static Place of(String path) {
    return new Place(path, "", path, false);
  }

  /**
   * A node.
   *
   * @param index which one it is in the manifest, from 0
   */
  public static Place node(int index, String id) {
    return new Place("nodes[" + index + "]", id, "", false);
  }

  /** A part of this part: a name, a longer path, or an index in brackets. */
  public Place at(String step) {
    return new Place(joined(path, step), node, joined(words, step), isKey);
  }

  /** The same in words, but pointing at a part of it. */
  public Place pointingAt(String step) {
    return new Place(joined(path, step), node, words, isKey);
  }

  /** The key instead of the value. */
  public Place key() {
    return new Place(path, node, words, true);
  }

  /** The place as it is said where there is no text. */
  String spoken() {
    if (node.isEmpty()) {
      return words;
    }
    String subject = "node \"" + node + "\"";
    return words.isEmpty() ? subject : subject + ": " + words;
  }

  private static String joined(String path, String step) {
    return path.isEmpty() || step.startsWith("[") ? path + step : path + "." + step;
  }
}
