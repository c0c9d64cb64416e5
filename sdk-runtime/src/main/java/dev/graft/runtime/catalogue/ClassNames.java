package dev.graft.runtime.catalogue;

import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import java.util.List;

/** Nodes under the names of their classes, as older manifests call them. */
final class ClassNames {
  private ClassNames() {}

  static List<NodeImplementation.PythonNode> asIds(List<NodeImplementation.PythonNode> nodes) {
    return nodes.stream()
        .map(
            node ->
                new NodeImplementation.PythonNode(
                    new NodeDescriptor(
                        renamed(
                            node.descriptor().contract(),
                            node.descriptor().implementation().symbol()),
                        node.descriptor().implementation()),
                    node.unit()))
        .toList();
  }

  private static NodeContract renamed(NodeContract contract, String id) {
    return new NodeContract(
        id,
        contract.version(),
        contract.summary(),
        contract.params(),
        contract.inputs(),
        contract.outputs(),
        contract.state(),
        contract.purity());
  }
}
