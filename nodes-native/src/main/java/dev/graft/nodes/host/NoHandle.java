package dev.graft.nodes.host;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;

/** Says how to give a node its handle. */
final class NoHandle {
  private NoHandle() {}

  /**
   * The error of a node without one.
   *
   * @param elsewhere what the command line has instead
   */
  static NodeException of(String nodeId, String type, String elsewhere) {
    return new NodeException(
        ErrorKind.STATE,
        ("it talks to a Java program, and none gave it a %1$s. In Java:"
                + " Pipeline.load(file).with(\"%2$s\", new %1$s()).open(). `graft run` has none:"
                + " %3$s, so leave the node out.")
            .formatted(type, nodeId, elsewhere));
  }
}
