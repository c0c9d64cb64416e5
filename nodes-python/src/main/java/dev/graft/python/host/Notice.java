package dev.graft.python.host;

import java.util.Map;
import java.util.Optional;

/**
 * What a host tells of a node although nothing failed.
 *
 * @param nodeId the id in the manifest
 * @param text one line
 * @param traceback of the exception behind it, if there is one
 */
public record Notice(String nodeId, String text, Optional<String> traceback) {
  /** Hears notices; called by the thread that calls the host, in or after a call. */
  @FunctionalInterface
  public interface Listener {
    /** Nobody listens. */
    Listener NONE = notice -> {};

    /** There is one. */
    void told(Notice notice);
  }

  /** The notice of the protocol's tree. */
  public static Notice of(Map<?, ?> tree) {
    return new Notice(
        String.valueOf(tree.get("node")),
        String.valueOf(tree.get("text")),
        Optional.ofNullable(tree.get("traceback")).map(String::valueOf));
  }
}
