package dev.graft.descriptor;

/**
 * All that is known of one implementation of a node without running it.
 *
 * @param contract what twins share
 * @param implementation what belongs to this implementation alone
 */
public record NodeDescriptor(NodeContract contract, Implementation implementation) {
  /** The catalogue id. */
  public String id() {
    return contract.id();
  }
}
