package dev.graft.runtime.manifest;

import java.nio.file.Path;
import java.util.List;

/**
 * A pipeline as its author wrote it.
 *
 * @param name the pipeline's name
 * @param nodes the nodes in the order of the file
 * @param connections the connections; empty if the nodes form a chain in the order of the file
 * @param plugins the folders of plugins that it names
 * @param python what is said about Python
 * @param onError what happens when a node fails, unless the node says otherwise
 * @param directory where relative paths start
 * @param origin where it came from, for messages
 */
public record Manifest(
    String name,
    List<NodeSpec> nodes,
    List<Connection> connections,
    List<PluginFolder> plugins,
    PythonSpec python,
    ErrorPolicy onError,
    Path directory,
    Origin origin) {

  public Manifest {
    nodes = List.copyOf(nodes);
    connections = List.copyOf(connections);
    plugins = List.copyOf(plugins);
  }

  /** A manifest that a program makes, without plugins of its own. */
  public Manifest(
      String name,
      List<NodeSpec> nodes,
      List<Connection> connections,
      PythonSpec python,
      ErrorPolicy onError,
      Path directory) {
    this(name, nodes, connections, List.of(), python, onError, directory, Origin.PROGRAM);
  }

  /** The same with another node in the place of one. */
  public Manifest with(NodeSpec old, NodeSpec other) {
    List<NodeSpec> changed = nodes.stream().map(node -> node.equals(old) ? other : node).toList();
    return new Manifest(name, changed, connections, plugins, python, onError, directory, origin);
  }

  /**
   * A connection between two ports.
   *
   * @param from the node and port that emit
   * @param to the node and port that take
   */
  public record Connection(PortRef from, PortRef to) {}

  /**
   * A port of a node, written {@code node} or {@code node.port}.
   *
   * @param node the id of the node
   * @param port the name of the port
   */
  public record PortRef(String node, String port) {
    private static final String OUT = "out";
    private static final String IN = "in";

    /** The only output of a node. */
    public static PortRef out(String node) {
      return new PortRef(node, OUT);
    }

    /** The only input of a node. */
    public static PortRef in(String node) {
      return new PortRef(node, IN);
    }

    /** Whether the port has the name that stands for the only one, whatever its name. */
    public boolean isDefault() {
      return port.equals(OUT) || port.equals(IN);
    }
  }
}
